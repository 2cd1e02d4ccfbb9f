import type { GatheredApp } from './app-check.ts';
import { pickCredential } from '../evidence/local/index.ts';
import type { LookRequest } from './look.ts';
import { defined, known, Trouble, valueOf } from '../model/index.ts';
import type { AppCheck, Attempt, Evidence, Fact, KeyProbe, Outcome, WaitOutcome, WaitResult } from '../model/index.ts';
import { attemptAsk, probeAsk, sleep, waitFor, type Ask, type OnTry } from '../waiting/index.ts';

export type WaitAsked = {
  readonly minutes: number;
  readonly stable?: number;
  readonly budget?: number;
  readonly signal: AbortSignal;
  readonly onTry: OnTry;
};

/** The key to ask about: the one that is sent, else the one that the org tells. Throws `Trouble` where there is none. */
const keyOf = ({ integration }: LookRequest, evidence: Evidence): string => {
  const key =
    integration.consumerKey ?? valueOf(evidence.integration)?.consumerKey ?? valueOf(evidence.appOauth)?.consumerKey;
  if (key === undefined) throw new Trouble('wait-without-key');
  return key;
};

/** The login host to ask. Throws `Trouble` where none was named. */
export const waitHost = ({ integration }: LookRequest): string => {
  if (integration.loginUrl === undefined) throw new Trouble('wait-without-host');
  return integration.loginUrl;
};

const askFor = async (request: LookRequest, evidence: Evidence): Promise<Ask> => {
  const [loginUrl, consumerKey] = [waitHost(request), keyOf(request, evidence)];
  if (!request.attempt) return probeAsk(loginUrl, consumerKey);
  const { credential } = await pickCredential({
    integration: { ...request.integration, consumerKey },
    ...defined({ keyPath: request.keyFile }),
  });
  if (credential?.how !== 'jwt') throw new Trouble('wait-attempt-without-key');
  const kind = valueOf(evidence.loginHost)?.kind;
  const audienceUrl = process.env.SF_AUDIENCE_URL;
  return attemptAsk({
    loginUrl,
    credential,
    now: Date.now,
    ...defined({ kind, audienceUrl }),
  });
};

/** Waits until the login host knows the app, or lets the login in. Throws `Trouble` where it cannot be asked. */
export const waitForApp = async (
  request: LookRequest,
  { evidence }: GatheredApp,
  { minutes, stable, budget, signal, onTry }: WaitAsked,
): Promise<WaitResult> =>
  waitFor({
    ask: await askFor(request, evidence),
    now: Date.now,
    sleep,
    random: Math.random,
    minutes,
    ...defined({ stable, budget }),
    signal,
    onTry,
  });

/** Whether the key is known at last: a login that was granted shows it too. */
const isKnown = ({ outcome }: WaitResult): boolean => outcome === 'known' || outcome === 'ready';

const probeOf = (wait: WaitResult): Fact<KeyProbe> | undefined => {
  const last = wait.tries.at(-1);
  if (last === undefined) return undefined;
  const answer = isKnown(wait) ? 'known' : last.reason === 'key-not-known-yet' ? 'unknown' : 'unclear';
  return known({ host: last.host, answer }, { place: 'login-host', name: last.host });
};

const attemptOf = ({ outcome, tries }: WaitResult): Fact<Attempt> | undefined => {
  const last = tries.at(-1);
  if (last === undefined || outcome !== 'ready') return undefined;
  return known({ host: last.host, granted: true, api: 'accepted' }, { place: 'login-host', name: last.host });
};

/** What the login host said at last, as evidence: it may open the gate that waits for it. */
const learned = (evidence: Evidence, wait: WaitResult): Evidence => ({
  ...evidence,
  ...defined({ keyProbe: probeOf(wait), attempt: attemptOf(wait) }),
});

/** What the waiting alone comes to. A known key does not say who may log in by it: a blocked app answers alike. */
const outcomes: Readonly<Record<WaitOutcome, Outcome>> = {
  known: 'inconclusive',
  ready: 'healthy',
  fatal: 'cause-found',
  'gave-up': 'transient',
  inconclusive: 'inconclusive',
  interrupted: 'inconclusive',
};

/** Walks again with what the waiting has brought. Without an org to look in, the waiting alone decides. */
export const walkAfter = (gathered: GatheredApp, wait: WaitResult, request: LookRequest): AppCheck => {
  const { schemaVersion, outcome, cost, ...walked } = gathered.walk(learned(gathered.evidence, wait));
  const walkDecides = isKnown(wait) && request.targetOrg !== undefined;
  return {
    schemaVersion,
    outcome: walkDecides ? outcome : outcomes[wait.outcome],
    wait,
    ...walked,
    cost: { ...cost, requests: cost.requests + wait.tries.length },
  };
};
