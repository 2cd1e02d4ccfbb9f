import { gather, type GatherRequest, type Gathered } from '../evidence/gather.ts';
import { openOrg } from '../evidence/org-port.ts';
import { targetOrgOf, type OrgPort } from '../evidence/org-wire.ts';
import { defined, Trouble } from '../model/index.ts';
import type { Evidence, Integration, Swapped, TargetOrg } from '../model/index.ts';
import type { HeldSecret } from '../oauth/index.ts';
import { browserFor, tellHindrance } from './browser.ts';
import { saidHeld, tellRotation } from './rotation.ts';
import { sentences, warn } from './tell.ts';
import { loadWords, type Words } from '../words/index.ts';

/** What there is to look at, and how far one may go. */
export type LookRequest = {
  readonly integration: Integration;
  /** Whatever the person has: body, log, stack trace ... */
  readonly errorText?: string;
  /** Path of the private key file. */
  readonly keyFile?: string;
  /** What the app logs in with as itself. */
  readonly clientSecret?: HeldSecret;
  /** What somebody gave to be decoded. */
  readonly assertion?: HeldSecret;
  readonly accessToken?: HeldSecret;
  /** Path of the file with an SFDX auth URL. */
  readonly authUrlFile?: string;
  /** Values of another kind than was asked for. */
  readonly swapped?: readonly Swapped[];
  /** UTC, ISO 8601. */
  readonly failedAt?: string;
  /** Alias or username of the org session that looks. */
  readonly targetOrg?: string;
  /** Whether a flag named it; else it is the CLI's default, which nobody meant for this. */
  readonly orgAsked?: boolean;
  readonly apiVersion?: string;
  readonly offline: boolean;
  readonly probe: boolean;
  readonly attempt: boolean;
  /** Opens an address in the person's browser, or shows it. Absent: no login goes by the browser. */
  readonly openBrowser?: (url: string) => Promise<void>;
  /** Whether the login host is asked about the access token that was given. */
  readonly introspect?: boolean;
  /** The clock of the run: what was not heard when it stops is a blind spot. */
  readonly signal?: AbortSignal;
  /** Tells a person something at once: a warning comes at the end. */
  readonly tell?: (text: string) => void;
};

export type Looked = {
  readonly evidence: Evidence;
  readonly port: OrgPort | undefined;
  readonly spent: { readonly orgRoundTrips: number; readonly requests: number };
};

/** A login host that has not answered by then is taken for silent. */
const timeoutMs = 10_000;

/** The org that looks, for a report. */
export const lookedIn = (port: OrgPort | undefined): { readonly targetOrg?: TargetOrg } =>
  port === undefined ? {} : { targetOrg: targetOrgOf(port) };

/** Whether something is known without the org: a user and an app alone are nothing but what to look for there. */
const tellsWithoutOrg = (request: LookRequest): boolean => {
  const { errorText, keyFile, authUrlFile, assertion, accessToken, swapped, integration, probe } = request;
  const told = [errorText, keyFile, authUrlFile, assertion, accessToken, swapped, integration.login];
  return (
    told.some((one) => one !== undefined) ||
    (probe && integration.consumerKey !== undefined && integration.loginUrl !== undefined)
  );
};

/**
 * An org that cannot be used hides nothing that is known without it: it is left out, and that is told. What it said, where it refuses whoever
 * looks, is evidence. Throws the trouble where it was named and nothing else is known.
 */
const tellDead = async (
  trouble: unknown,
  request: LookRequest,
  words: Words,
): Promise<{ readonly refusal?: string | undefined }> => {
  const dead = trouble instanceof Trouble && trouble.key.startsWith('target-org-');
  const { orgAsked = true, targetOrg = '' } = request;
  if (!dead || (orgAsked && !tellsWithoutOrg(request))) throw trouble;
  await warn(orgAsked ? sentences(trouble, words) : words.text('shell', 'default-org-unusable', { org: targetOrg }));
  return { refusal: trouble.values.refusal };
};

type Gathering = Pick<GatherRequest, 'wanted' | 'variables'>;

/** Gathers the evidence. Throws `Trouble` where the tool itself cannot go on. */
export const look = async (request: LookRequest, gathering: Gathering): Promise<Looked> => {
  const { targetOrg, apiVersion, offline, signal } = request;
  const words = loadWords();
  const login = request.integration.login ?? request.integration.username ?? '';
  const browser = await browserFor(request, words);
  const gatherBy = (port: OrgPort | undefined, orgRefusal?: string): Promise<Gathered> =>
    gather({
      ...request,
      ...gathering,
      browser,
      port,
      orgRefusal,
      now: Date.now,
      timeoutMs,
      audienceUrl: process.env.SF_AUDIENCE_URL,
      onHeld: () => request.tell?.(saidHeld(login, words)),
    });
  const gatherIn = async (org: string): Promise<{ readonly port?: OrgPort; readonly gathered: Gathered }> => {
    try {
      const port = await openOrg(org, apiVersion, { signal });
      return { port, gathered: await gatherBy(port) };
    } catch (error) {
      // Its session is tried before anything is attempted, so nothing is attempted twice.
      const { refusal } = await tellDead(error, request, words);
      return { gathered: await gatherBy(undefined, refusal) };
    }
  };
  const { port, gathered } =
    targetOrg === undefined || offline ? { gathered: await gatherBy(undefined) } : await gatherIn(targetOrg);
  const { evidence, orgRoundTrips, requests, rotation, hindered } = gathered;
  await tellRotation(rotation, login, words);
  const { username } = request.integration;
  await tellHindrance(hindered, defined({ callback: browser?.callback, username }), words);
  return { evidence, port, spent: { orgRoundTrips, requests } };
};
