import { causes } from '../causes/index.ts';
import { plan } from '../diagnosis/index.ts';
import { askAllApps } from '../evidence/org/all-apps/index.ts';
import { openOrg } from '../evidence/org-port.ts';
import { acceptInAll, acceptWarnings, checkAll, checkGates } from '../gates/index.ts';
import { look, lookedIn, type LookRequest } from './look.ts';
import type { AllAppsCheck, AppCheck, Client, Evidence } from '../model/index.ts';
import { loadWords, speakFrom } from '../words/index.ts';

export { acceptInAll, acceptWarnings };

/** What was gathered for the gates: it can be walked more than once, as the login host learns of the app. */
export type GatheredApp = {
  readonly evidence: Evidence;
  readonly walk: (evidence: Evidence) => AppCheck;
};

/** Gathers what the gates read. Throws `Trouble` where the tool itself cannot go on. */
export const gatherApp = async (request: LookRequest): Promise<GatheredApp> => {
  const started = performance.now();
  const { evidence, port, spent } = await look(request, { wanted: plan(causes), variables: process.env });
  return {
    evidence,
    walk: (seen) =>
      checkGates({
        evidence: seen,
        causes,
        speaker: speakFrom(loadWords()),
        ...lookedIn(port),
        cost: { ...spent, milliseconds: Math.round(performance.now() - started) },
      }),
  };
};

/** Gathers, and walks through the gates. Throws `Trouble` where the tool itself cannot go on. */
export const checkApp = async (request: LookRequest): Promise<AppCheck> => {
  const gathered = await gatherApp(request);
  return gathered.walk(gathered.evidence);
};

export type AllAppsRequest = Pick<LookRequest, 'apiVersion' | 'signal'> & {
  readonly targetOrg: string;
  readonly client: Client;
};

/** Every app of an org with its riskiest gate. Throws `Trouble` where the org cannot be looked into. */
export const checkAllApps = async ({
  targetOrg,
  apiVersion,
  client,
  signal,
}: AllAppsRequest): Promise<AllAppsCheck> => {
  const started = performance.now();
  const port = await openOrg(targetOrg, apiVersion, { signal });
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
