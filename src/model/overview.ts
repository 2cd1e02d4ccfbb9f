import type { Comparison } from './comparison.ts';
import type { Cost, Diagnosis, Outcome, TargetOrg } from './diagnosis.ts';
import type { StoredLogin } from './credentials.ts';
import type { WhyNot } from './why-not.ts';
import type { FailureGroup, NearChange, Period, Silence } from './loginhistory.ts';
import type { WithSent } from './requests.ts';

/** A login that fails, and has not worked since. Times: UTC, ISO 8601. */
export type FailingLogin = Pick<FailureGroup, 'causes' | 'rows' | 'first' | 'last'> & {
  readonly user?: string;
  readonly app?: string;
  /** As Login History shows it, the one with the most rows. */
  readonly status: string;
  readonly lastSuccess?: string;
  /** The change that most likely did it. */
  readonly change?: NearChange;
};

/** What fails in an org now. */
export type Overview = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly targetOrg?: TargetOrg;
  readonly window: Period;
  /** Most rows first: `--pick 1` is the first. */
  readonly failing: readonly FailingLogin[];
  readonly silent: readonly Silence[];
  readonly successes: number;
  /** Whether every login was seen, and the right that would help. */
  readonly whole: boolean;
  readonly permission?: string;
  readonly cost: Cost;
};

/**
 * `works`: it was tried and granted. `fails`, `transient`: the cause is known. `no-answer`: its login host was silent. `not-tried`: nothing was
 * seen that stops it, and only a login would tell. `unsure`: it is open.
 */
export type LoginState = 'works' | 'fails' | 'transient' | 'no-answer' | 'not-tried' | 'unsure';

export type LoginHere = {
  readonly login: StoredLogin;
  readonly state: LoginState;
  readonly diagnosis: Diagnosis;
};

/** The logins that the CLI has stored on this machine, by username, each diagnosed by itself. */
export type LoginsHere = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly logins: readonly LoginHere[];
  readonly cost: Cost;
};

/** What `--forget` ends with: whether there was something to remove. */
export type Forgotten = { readonly forgotten: boolean };

/** What `sf auth doctor --json` prints: a diagnosis, two orgs compared, or, where no login is named, which ones there are. */
export type DoctorResult = Diagnosis | Comparison | Overview | LoginsHere | Forgotten | WhyNot;
