import { learnFromRows, learnFromText } from '../loginhistory/one-login/index.ts';
import { defined, exitCodeOfSignal, known, listing, sameId, Trouble, unknown, valueOf } from '../model/index.ts';
import type { AccessToken, EndSignal, Evidence, FactName, Integration, Refusal, StoredLogin } from '../model/index.ts';
import { recognizeRefusals } from '../recognition/index.ts';
import { held, isOwnHost, ownHosts, pickCredential, withSignature } from './local/index.ts';
import type { Signalled } from './local/index.ts';
import { gatherEnvironment, gatherLocal, withStored, type Local, type LocalRequest } from './gather-local.ts';
import { keyOf, probing } from './key-asked.ts';
import {
  askLoginHost,
  attemptInBrowser,
  attemptLogin,
  hostOfRow,
  introspect,
  loginHostNotAsked,
} from './login/index.ts';
import type { AttemptEvidence, Hindrance, LoginHostEvidence } from './login/index.ts';
import { actsAs, askOrg, orgNotAsked, withUser } from './org/index.ts';
import type { OrgEvidence, WantedOfOrg } from './org/index.ts';
import type { OrgPort } from './org-wire.ts';
import { hostOf, type Browser, type HeldSecret } from '../oauth/index.ts';

export type GatherRequest = LocalRequest & {
  readonly errorText?: string | undefined;
  /** What the org said to the session that was to look, where it refused it; then there is no port. */
  readonly orgRefusal?: string | undefined;
  /** UTC, ISO 8601. */
  readonly failedAt?: string | undefined;
  readonly offline: boolean;
  readonly probe: boolean;
  readonly attempt: boolean;
  /** Whether the token that was given may be asked about where it was issued. */
  readonly introspect?: boolean | undefined;
  /** By which a person may make the attempt, where the flow goes by the browser. */
  readonly browser?: Browser | undefined;
  /** What the app logs in with as itself. */
  readonly clientSecret?: HeldSecret | undefined;
  /** What the causes need. */
  readonly wanted: ReadonlySet<FactName>;
  /** The org that looks; absent = we may not or cannot look there. */
  readonly port?: OrgPort | undefined;
  /** Epoch ms, UTC. */
  readonly now: () => number;
  /** For one request to the login host. */
  readonly timeoutMs: number;
  /** The clock of the whole run: what was not heard when it stops is `timed-out`. The port has it too. */
  readonly signal?: AbortSignal | undefined;
  /** `SF_AUDIENCE_URL`. */
  readonly audienceUrl?: string | undefined;
  /** Someone wants to end the command while a refresh is under way, and must wait. */
  readonly onHeld?: (() => void) | undefined;
  /** Who sends the signals; else this process, which then ends. */
  readonly process?: (Signalled & { exit(code: number): unknown }) | undefined;
};

export type Gathered = {
  readonly evidence: Evidence;
  readonly orgRoundTrips: number;
  readonly requests: number;
  /** `lost`: the attempt rotated the refresh token and the new one could not be saved; `unknown`: it may have. */
  readonly rotation: AttemptEvidence['rotation'];
  /** Why a login in the browser told nothing. */
  readonly hindered?: Hindrance;
};

const asked = { place: 'asked' } as const;

type Tried = AttemptEvidence & { readonly hindered?: Hindrance };

/** What is known of an attempt and of the key where nothing may leave. */
const attemptNotMade: Tried = { attempt: unknown('not-asked'), rotation: 'none', requests: 0 };
const keyNotProbed = { keyProbe: unknown('not-asked'), requests: 0 } as const;
const notIntrospected = { introspection: unknown('not-asked'), requests: 0 } as const;

const gatherHost = async ({ offline, now, timeoutMs, signal }: GatherRequest, { loginUrl }: Integration) =>
  offline || loginUrl === undefined
    ? loginHostNotAsked(offline)
    : askLoginHost({ url: loginUrl, now, timeoutMs, signal });

/** The refresh token of a stored login, and its client secret, go nowhere else. Throws `Trouble` before anything is sent. */
const checkHost = (
  { attempt, keyFile, integration: { login } }: GatherRequest,
  loginUrl?: string,
  stored?: StoredLogin,
): void => {
  if (!attempt || keyFile !== undefined || stored?.kind !== 'refresh-token' || loginUrl === undefined) return;
  if (isOwnHost(stored, loginUrl)) return;
  const own = ownHosts(stored).join(', ');
  throw new Trouble('attempt-foreign-host', { login: login ?? stored.username, host: loginUrl, own });
};

/**
 * The one real login, where it is allowed. It goes after the host's own words, which tell the audience, and after the org's, which tell
 * the key; and nothing runs beside it that could end it half-way.
 */
const gatherAttempt = async (
  request: GatherRequest,
  integration: Integration,
  { local, host, org }: { readonly local: Local; readonly host: LoginHostEvidence; readonly org: OrgEvidence },
): Promise<Tried> => {
  const { browser } = request;
  if (request.attempt && browser !== undefined && integration.flow === 'web') {
    const tried = await attemptInBrowser({
      browser,
      loginUrl: integration.loginUrl,
      consumerKey: keyOf(integration, org.facts),
      username: integration.username,
      secret: request.clientSecret,
      callbackUrl: integration.client?.callbackUrl,
      appOauth: valueOf(org.facts.appOauth),
      timeoutMs: request.timeoutMs,
    });
    return { ...tried, rotation: 'none' };
  }
  const storedLogin = valueOf(local.storedLogin);
  const consumerKey = keyOf(integration, org.facts);
  const picked = request.attempt
    ? await pickCredential({
        integration: { ...integration, ...defined({ consumerKey }) },
        ...(request.keyFile === undefined ? {} : { keyPath: request.keyFile }),
        ...defined({ storedLogin, clientSecret: request.clientSecret }),
        orgAsked: request.port !== undefined,
      })
    : {};
  const source = request.process ?? process;
  const holding = {
    source,
    onHeld: () => request.onHeld?.(),
    end: (signal: EndSignal) => void source.exit(exitCodeOfSignal(signal)),
  };
  return attemptLogin({
    allowed: request.attempt,
    offline: request.offline,
    flow: integration.flow,
    loginUrl: integration.loginUrl,
    kind: valueOf(host.loginHost)?.kind,
    credential: picked.credential === undefined ? undefined : held(picked.credential, holding),
    cure: 'cure' in picked ? picked.cure : undefined,
    audienceUrl: request.audienceUrl,
    now: request.now(),
    timeoutMs: request.timeoutMs,
    signal: request.signal,
  });
};

const orgNotHeard = (cure?: string): OrgEvidence => ({ facts: orgNotAsked(cure), roundTrips: 0, requests: 0 });

const gatherOrg = (
  request: GatherRequest,
  integration: Integration,
  told: Pick<WantedOfOrg, 'now' | 'refusals' | 'heard'>,
): Promise<OrgEvidence> => {
  const { port, wanted, failedAt, offline, orgRefusal } = request;
  if (port === undefined || offline) {
    return Promise.resolve(
      orgNotHeard(offline ? 'without --offline' : orgRefusal && 'a --target-org that lets you look'),
    );
  }
  return askOrg(port, { integration, wanted, ...told, ...defined({ failedAt }) });
};

/** What the org knows the app as, and as whom it acts. */
const withFound = (integration: Integration, facts: OrgEvidence['facts']): Integration => {
  const appLabel = valueOf(facts.app)?.name;
  const runAs = actsAs(integration, facts);
  return {
    ...integration,
    ...defined({ appLabel, runAs }),
  };
};

/** Whether the org that is looked in issued the token: then its own host may be asked about it. */
const isIssuedBy = (port: OrgPort, token: AccessToken | undefined): boolean => {
  if (token?.form === 'opaque') return sameId(token.orgId, port.orgId);
  return token?.form === 'jwt' && token.issuer !== undefined && hostOf(token.issuer) === hostOf(port.instanceUrl);
};

const gatherIntrospection = (
  request: GatherRequest,
  integration: Integration,
  { local, org }: { readonly local: Local; readonly org: OrgEvidence },
) => {
  const { introspect: allowed = false, offline, clientSecret, accessToken, port, timeoutMs, signal } = request;
  const decoded = valueOf(local.accessToken);
  const own = port !== undefined && isIssuedBy(port, decoded) ? port.instanceUrl : undefined;
  return introspect({
    ...{ allowed, offline, timeoutMs, signal, decoded, token: accessToken, secret: clientSecret },
    loginUrl: integration.loginUrl ?? own,
    consumerKey: keyOf(integration, org.facts),
  });
};

const refusalsIn = (text: string | undefined, { flow }: Pick<Integration, 'flow'>): readonly Refusal[] =>
  text === undefined ? [] : recognizeRefusals(text, defined({ flow }));

/** A login that stands in the org's own history came through a host of that org: nobody need ask it. */
const learntHost = (
  integration: Integration,
  org: OrgEvidence,
  host: LoginHostEvidence,
): LoginHostEvidence['loginHost'] => {
  const organization = valueOf(org.facts.organization);
  if (organization === undefined || integration.learnt?.includes('loginUrl') !== true) return host.loginHost;
  return hostOfRow(integration.loginUrl ?? '', organization.id);
};

/**
 * Gathers every fact once: local first, then the login host and the org side by side, the probe beside the org's next wave, as soon as its key
 * is known, and then the attempt, which may need the key that the org tells. Never sends more than one login, and only when asked to. Throws `Trouble` where an app's name fits two apps, or where a
 * stored secret would go to a strange host; `Unsent` where nothing may leave, once all that needs no answer is written down.
 */
export const gather = async (request: GatherRequest): Promise<Gathered> => {
  const now = new Date(request.now()).toISOString();
  const local = await gatherLocal(request);
  const told = withStored(request.integration, local);
  const refusals = refusalsIn(request.errorText, told);
  const stated = learnFromText(told, refusals);
  checkHost(request, stated.loginUrl, valueOf(local.storedLogin));
  const unsent = listing();
  const probe = probing(request, stated);
  const [host, org] = await Promise.all([
    unsent.or(gatherHost(request, stated), loginHostNotAsked(request.offline)),
    unsent.or(gatherOrg(request, stated, { now, refusals, heard: probe.heard }), orgNotHeard()),
  ]);
  const { keyProbe, requests } = await unsent.or(probe.end(org.facts), keyNotProbed);
  const rows = valueOf(org.facts.loginRows) ?? [];
  const integration = learnFromRows(rows, {
    integration: withUser(stated, org.facts.user),
    failedAt: request.failedAt,
    now,
    refusals,
  });
  // What a row names was asked then: nothing is sent there now.
  const attempt = await unsent.or(gatherAttempt(request, stated, { local, host, org }), attemptNotMade);
  const introspected = await unsent.or(gatherIntrospection(request, stated, { local, org }), notIntrospected);
  unsent.end();
  return {
    evidence: {
      now: known(now, { place: 'clock' }),
      failedAt: known(request.failedAt, asked),
      integration: known(withFound(integration, org.facts), asked),
      refusals: known([...refusals, ...(attempt.refusal === undefined ? [] : [attempt.refusal])], {
        place: 'error-text',
      }),
      answers: known([], asked),
      orgRefusal: known(refusalsIn(request.orgRefusal, {})[0], { place: 'org' }),
      ...local,
      assertion: await withSignature(local.assertion, request.assertion, org.facts.appOauth),
      environment: await gatherEnvironment(request, stated),
      loginHost: learntHost(integration, org, host),
      clockSkew: host.clockSkew,
      keyProbe,
      introspection: introspected.introspection,
      attempt: attempt.attempt,
      ...org.facts,
    },
    orgRoundTrips: org.roundTrips,
    requests: org.requests + host.requests + attempt.requests + requests + introspected.requests,
    rotation: attempt.rotation,
    ...defined({ hindered: attempt.hindered }),
  };
};
