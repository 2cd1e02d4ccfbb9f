import { gatherLogin, judgeLogin } from './doctor.ts';
import { eachOf } from './each-of.ts';
import type { LookRequest } from './look.ts';
import { isTriable, listing, Trouble } from '../model/index.ts';
import type { Diagnosis, LoginHere, LoginsHere, LoginState, Outcome, StoredLogin } from '../model/index.ts';
import { sentences, warn } from './tell.ts';
import { loadWords } from '../words/index.ts';

/** How the logins are looked at: what every one of them has in common. */
export type EveryRequest = {
  readonly requestFor: (login: StoredLogin) => LookRequest;
  /** One real login each. */
  readonly attempt: boolean;
  /** The clock of the whole run. */
  readonly signal: AbortSignal;
  /** How many are done, of how many. */
  readonly onDone: (done: number, all: number) => void;
};

/** So many are looked at side by side: hosts are few, and one that is silent takes one place. */
const sideBySide = 8;

/** What one attempt may take before the next login has its turn. A refresh that is under way may go on, as everywhere. */
const attemptMs = 20_000;

/** Whether the login host was asked and gave no answer. */
const isSilent = ({ blindSpots }: Diagnosis): boolean =>
  blindSpots.some(({ fact, why }) => fact === 'loginHost' && (why === 'unreachable' || why === 'timed-out'));

/** Whether there is something to send, and a host that would answer. */
const canBeTried = (login: StoredLogin, diagnosis: Diagnosis): boolean =>
  isTriable(login) && diagnosis.outcome !== 'transient' && !isSilent(diagnosis);

const stateOf = (diagnosis: Diagnosis): LoginState => {
  const { outcome, attempt, findings } = diagnosis;
  if (outcome === 'cause-found') return 'fails';
  if (outcome === 'transient') return 'transient';
  if (attempt?.granted === true && outcome === 'healthy') return 'works';
  if (findings.some(({ role }) => role !== 'later')) return 'unsure';
  if (isSilent(diagnosis)) return 'no-answer';
  return attempt === undefined ? 'not-tried' : 'unsure';
};

const outcomeOf = (states: readonly LoginState[]): Outcome => {
  if (states.includes('fails')) return 'cause-found';
  if (states.includes('transient')) return 'transient';
  return states.every((state) => state === 'works') ? 'healthy' : 'inconclusive';
};

/** One login may lose its token; the others are looked at all the same. */
const tellingTrouble = async (work: () => Promise<Diagnosis>, otherwise: Diagnosis): Promise<Diagnosis> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    await warn(sentences(error, loadWords()));
    return otherwise;
  }
};

/** One after the other, in the order in which they ask: a refresh token that comes back is saved before the next one is sent. */
const inTurn = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** Diagnoses every login, none by another's session: side by side, but for the attempts, where each may be tried. */
export const diagnoseEvery = async (
  logins: readonly StoredLogin[],
  { requestFor, attempt, signal, onDone }: EveryRequest,
): Promise<LoginsHere> => {
  const started = performance.now();
  const turn = inTurn();
  let done = 0;
  let requests = 0;
  const diagnose = async (login: StoredLogin, tries: boolean, until: AbortSignal): Promise<Diagnosis> => {
    const diagnosis = judgeLogin(await gatherLogin({ ...requestFor(login), attempt: tries, signal: until }));
    requests += diagnosis.cost.requests;
    return diagnosis;
  };
  const tryIt = (login: StoredLogin, seen: Diagnosis): Promise<Diagnosis> =>
    tellingTrouble(() => diagnose(login, true, AbortSignal.any([signal, AbortSignal.timeout(attemptMs)])), seen);
  const look = async (login: StoredLogin): Promise<LoginHere> => {
    const seen = await diagnose(login, false, signal);
    const diagnosis = attempt && canBeTried(login, seen) ? await turn(() => tryIt(login, seen)) : seen;
    onDone((done += 1), logins.length);
    return { login, state: stateOf(diagnosis), diagnosis };
  };
  const unsent = listing();
  const looked = await eachOf(logins, sideBySide, (login) => unsent.or<LoginHere | undefined>(look(login), undefined));
  unsent.end();
  const all = looked.filter((one) => one !== undefined);
  return {
    schemaVersion: 1,
    outcome: outcomeOf(all.map(({ state }) => state)),
    logins: all,
    cost: { orgRoundTrips: 0, requests, milliseconds: Math.round(performance.now() - started) },
  };
};
