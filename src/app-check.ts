import { causes } from './causes/index.ts';
import { plan } from './diagnosis/index.ts';
import { gather } from './evidence/gather.ts';
import { askAllApps } from './evidence/org/all-apps/index.ts';
import { openOrg } from './evidence/org-port.ts';
import type { OrgPort } from './evidence/org-wire.ts';
import { checkAll, checkGates } from './gates/index.ts';
import type { AllAppsCheck, AppCheck, Client, Evidence, Integration, TargetOrg } from './model/index.ts';
import { tellHeld, tellRotation } from './rotation.ts';
import { loadWords, speakFrom } from './words/index.ts';

/** What `sf auth connectedapp check` is asked about one app. */
export type AppCheckRequest = {
  readonly integration: Integration;
  /** Path of the private key file. */
  readonly keyFile?: string;
  /** Alias or username of the org session that looks. */
  readonly targetOrg?: string;
  readonly apiVersion?: string;
  readonly offline: boolean;
  readonly probe: boolean;
  readonly attempt: boolean;
};

/** A login host that has not answered by then is taken for silent. */
const timeoutMs = 10_000;

const lookedIn = (port: OrgPort | undefined): { readonly targetOrg?: TargetOrg } =>
  port === undefined
    ? {}
    : { targetOrg: { username: port.username, orgId: port.orgId, instanceUrl: port.instanceUrl } };

/** What was gathered for the gates: it can be walked more than once, as the login host learns of the app. */
export type GatheredApp = {
  readonly evidence: Evidence;
  readonly walk: (evidence: Evidence) => AppCheck;
};

/** Gathers what the gates read. Throws `Trouble` where the tool itself cannot go on. */
export const gatherApp = async (request: AppCheckRequest): Promise<GatheredApp> => {
  const started = performance.now();
  const { targetOrg, apiVersion, offline } = request;
  const words = loadWords();
  const login = request.integration.login ?? request.integration.username ?? '';
  const port = targetOrg === undefined || offline ? undefined : await openOrg(targetOrg, apiVersion);
  const { evidence, orgRoundTrips, requests, rotation } = await gather({
    ...request,
    wanted: plan(causes),
    port,
    now: Date.now,
    timeoutMs,
    variables: process.env,
    audienceUrl: process.env.SF_AUDIENCE_URL,
    onHeld: () => tellHeld(login, words),
  });
  await tellRotation(rotation, login, words);
  return {
    evidence,
    walk: (seen) =>
      checkGates({
        evidence: seen,
        causes,
        speaker: speakFrom(words),
        ...lookedIn(port),
        cost: { orgRoundTrips, requests, milliseconds: Math.round(performance.now() - started) },
      }),
  };
};

/** Gathers, and walks through the gates. Throws `Trouble` where the tool itself cannot go on. */
export const checkApp = async (request: AppCheckRequest): Promise<AppCheck> => {
  const gathered = await gatherApp(request);
  return gathered.walk(gathered.evidence);
};

export type AllAppsRequest = Pick<AppCheckRequest, 'apiVersion'> & {
  readonly targetOrg: string;
  readonly client: Client;
};

/** Every app of an org with its riskiest gate. Throws `Trouble` where the org cannot be looked into. */
export const checkAllApps = async ({ targetOrg, apiVersion, client }: AllAppsRequest): Promise<AllAppsCheck> => {
  const started = performance.now();
  const port = await openOrg(targetOrg, apiVersion);
  const now = new Date().toISOString();
  const all = await askAllApps(port, now);
  const { roundTrips: orgRoundTrips, requests } = port.spent();
  return checkAll({
    all,
    causes,
    speaker: speakFrom(loadWords()),
    client,
    now,
    ...lookedIn(port),
    cost: { orgRoundTrips, requests, milliseconds: Math.round(performance.now() - started) },
  });
};
