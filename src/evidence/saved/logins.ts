import { defined } from '../../model/index.ts';
import type { Evidence, Road, SeenIntegration, TargetOrg } from '../../model/index.ts';
import { isObject, schemaVersion, withEveryFact } from './run.ts';

/** One integration of an org, with all that is needed to judge it again. */
type SavedLogin = {
  readonly seen: SeenIntegration;
  /** When it logged in: UTC, ISO 8601; `vague`: somewhere between. */
  readonly times: ReadonlyArray<{ readonly from: string; readonly to: string; readonly vague?: true }>;
  readonly evidence: Evidence;
  readonly roads?: readonly Road[] | undefined;
  /** Developer names of the apps that have its label. */
  readonly namesakes?: readonly string[] | undefined;
  /** Its evidence through each of them, where there are several. */
  readonly either?: readonly Evidence[] | undefined;
};

/** Every integration of an org, as it was seen: a change can be judged by it anywhere, without asking anybody. Plain data, no secret. */
export type SavedLogins = {
  readonly logins: readonly SavedLogin[];
  readonly targetOrg?: TargetOrg | undefined;
  readonly window?: { readonly since: string; readonly until: string } | undefined;
  readonly people: number;
  /** Tokens that nobody used in the window, and that are not among the logins. */
  readonly tokens?: number | undefined;
  readonly blindSpots: readonly string[];
  /** Its names are pseudonyms. */
  readonly redacted?: true;
};

const isTimes = (times: unknown): boolean =>
  Array.isArray(times) &&
  times.every((time) => isObject(time) && typeof time.from === 'string' && typeof time.to === 'string');

const isEither = (either: unknown): boolean =>
  either === undefined || (Array.isArray(either) && either.every((one) => isObject(one)));

const isLogin = (login: unknown): boolean =>
  isObject(login) && isObject(login.seen) && isObject(login.evidence) && isTimes(login.times) && isEither(login.either);

const wholeEvidence = (evidence: unknown): unknown => (isObject(evidence) ? withEveryFact(evidence) : evidence);

const whole = (login: unknown): unknown => {
  if (!isObject(login)) return login;
  const either = Array.isArray(login.either) ? login.either.map(wholeEvidence) : undefined;
  return { ...login, evidence: wholeEvidence(login.evidence), ...defined({ either }) };
};

/** The logins of an org in a text; undefined where it holds something else. */
export const loginsIn = (text: string): SavedLogins | undefined => {
  try {
    const saved: unknown = JSON.parse(text);
    if (!isObject(saved) || saved.schemaVersion !== schemaVersion || !Array.isArray(saved.logins)) return undefined;
    if (!saved.logins.every(isLogin) || typeof saved.people !== 'number' || !Array.isArray(saved.blindSpots))
      return undefined;
    return { ...saved, logins: saved.logins.map(whole) } as unknown as SavedLogins;
  } catch {
    return undefined;
  }
};
