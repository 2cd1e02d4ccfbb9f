import { causes } from './causes/index.ts';
import { diagnose, plan } from './diagnosis/index.ts';
import { gather } from './evidence/gather.ts';
import { openOrg } from './evidence/org-port.ts';
import type { Run } from './evidence/saved/index.ts';
import type { Diagnosis, Integration, Swapped } from './model/index.ts';
import { tellHeld, tellRotation } from './rotation.ts';
import { loadWords, speakFrom } from './words/index.ts';

/** What `sf auth doctor` is asked. */
export type DoctorRequest = {
  readonly integration: Integration;
  /** Whatever the person has: body, log, stack trace ... */
  readonly errorText?: string;
  /** Path of the private key file. */
  readonly keyFile?: string;
  /** Path of the file with an SFDX auth URL. */
  readonly authUrlFile?: string;
  /** Values of another kind than was asked for. */
  readonly swapped?: readonly Swapped[];
  /** UTC, ISO 8601. */
  readonly failedAt?: string;
  /** Alias or username of the org session that looks. */
  readonly targetOrg?: string;
  /** What the org to look in said, that refused whoever looks. */
  readonly orgRefusal?: string;
  readonly apiVersion?: string;
  readonly offline: boolean;
  readonly probe: boolean;
  readonly attempt: boolean;
};

/** A login host that has not answered by then is taken for silent. */
const timeoutMs = 10_000;

/** Gathers the evidence that the causes need. Throws `Trouble` where the tool itself cannot go on. */
export const gatherLogin = async (request: DoctorRequest): Promise<Run> => {
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
    ...(port === undefined
      ? {}
      : { targetOrg: { username: port.username, orgId: port.orgId, instanceUrl: port.instanceUrl } }),
    cost: { orgRoundTrips, requests, milliseconds: Math.round(performance.now() - started) },
  };
};

/** Judges what was gathered, now or earlier, and says it in words. Asks nobody. */
export const judgeLogin = (run: Run): Diagnosis => diagnose({ ...run, causes, speaker: speakFrom(loadWords()) });
