import type { CauseId } from './cause-id.ts';
import type { WithSent } from './requests.ts';

/** How a request reached the org: in an envelope with others, or alone. */
type TestWay = 'batch' | 'composite' | 'tooling-composite' | 'alone' | 'read-metadata';

/** What came back one way. Codes, columns and counts alone: no value of the org stands in it. */
export type TestAnswer = {
  readonly way: TestWay;
  readonly status?: number;
  /** Salesforce's own code, or `unreachable`, `timed-out`. */
  readonly code?: string;
  /** Columns of the first row. */
  readonly columns: readonly string[];
  /** Absent: no rows are told of. */
  readonly rows?: number;
};

/**
 * `holds`: both ways brought what we believed. `differs`: they did not, and what leans on it may be wrong. `not-seen`: the session may not look,
 * the org has no such thing, or nobody answered.
 */
export type TestVerdict = 'holds' | 'differs' | 'not-seen';

/** Why it differs, or was not seen. */
export type TestReason =
  'refused-together' | 'refused-alone' | 'columns' | 'rows' | 'shape' | 'absent' | 'permission' | 'no-answer';

/** One question, as the product asks it and in the plainest way beside it. */
export type TestRow = {
  readonly api: 'data' | 'tooling' | 'metadata';
  /** Object, metadata type or resource. */
  readonly object: string;
  /** Columns that we believed it has. */
  readonly believed: readonly string[];
  readonly product: TestAnswer;
  readonly plain: TestAnswer;
  readonly verdict: TestVerdict;
  readonly reason?: TestReason;
  /** Rights that the session lacks for it. */
  readonly permissions: readonly string[];
  /** What leans on it. */
  readonly commands: readonly string[];
  readonly causes: readonly CauseId[];
};

/** How a recorded login agrees with what is seen today. */
export type ReplayVerdict =
  /** A success, and nothing that is set today would refuse it; a failure that its status, a setting or a change explains. */
  | 'agrees'
  /** A success that today's settings would refuse, without a change since; a failure that nothing explains. */
  | 'contradicts'
  /** Too little is seen of it. */
  | 'untold';

/** Logins that are alike: of one user, through one app, in one way, with one end. They have numbers, no names. */
export type ReplayRow = {
  readonly user: number;
  readonly app: number;
  /** As Login History has it. */
  readonly status: string;
  readonly success: boolean;
  readonly logins: number;
  readonly verdict: ReplayVerdict;
  /** What would refuse it today, or explains why it failed. */
  readonly causes: readonly CauseId[];
  /** What explains a failure, or why a success is no contradiction. */
  readonly by?: 'status' | 'settings' | 'change';
};

type Replay = {
  /** Rows of Login History that were read. */
  readonly logins: number;
  /** Of people in browsers, or beyond the integrations that are judged. */
  readonly leftOut: number;
  readonly rows: readonly ReplayRow[];
};

export type SelftestOutcome = 'holds' | 'differs' | 'inconclusive';

/** What `sf auth selftest` comes to: no secret and no name in it. */
export type Selftest = WithSent & {
  readonly schemaVersion: 1;
  readonly apiVersion: string;
  readonly outcome: SelftestOutcome;
  readonly rows: readonly TestRow[];
  readonly replay: Replay;
  readonly cost: { readonly requests: number; readonly milliseconds: number };
};
