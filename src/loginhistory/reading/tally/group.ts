/** What login rows can be told apart by. `user`: an id where an org counted, else a username. */
export const dimensions = [
  'status',
  'application',
  'loginType',
  'loginSubType',
  'user',
  'sourceIp',
  'countryIso',
] as const;

export type Dimension = (typeof dimensions)[number];

/**
 * Rows that are alike in every dimension and lie in the same span of time. An absent dimension was empty, or is not told
 * (`LoginTally.untold`). All times: epoch ms, UTC.
 */
export type LoginGroup = {
  /** As the org or the export has it: a value of LoginHistory.Status, or a LOGIN_STATUS code. */
  readonly status: string;
  readonly success: boolean;
  readonly application?: string;
  readonly loginType?: string;
  readonly loginSubType?: string;
  readonly user?: string;
  readonly sourceIp?: string;
  readonly countryIso?: string;
  /** Start of the span. Of an export: of an hour on the clock of its zone, which may start at half past in UTC. */
  readonly hour: number;
  /** Length of the span in ms: an hour, unless told otherwise; successes over long windows: a day. */
  readonly span: number;
  readonly count: number;
  readonly first: number;
  readonly last: number;
};

/** Successes of one span: for the line in the chart and for baselines. Finer than the groups where those are coarse. */
export type SuccessSpan = {
  readonly hour: number;
  readonly span: number;
  readonly application?: string;
  readonly user?: string;
  readonly sourceIp?: string;
  readonly loginType?: string;
  readonly count: number;
};

/** A piece of the window that could not be counted. */
export type Gap = {
  readonly from: number;
  readonly to: number;
  readonly why: 'refused' | 'timed-out' | 'unreachable' | 'too-many-rows';
  /** Salesforce's own code, where it said one. */
  readonly code?: string;
};

export type Untold = { readonly dimension: Dimension; readonly rows: number };

/** Login rows, counted. What every grouping, chart, threshold and baseline is folded from. */
export type LoginTally = {
  /** The window that was asked for: `since` included, `until` not. Of an export: from its first row to behind its last. */
  readonly since: number;
  readonly until: number;
  /** Can be run through again and again. Their counts add up to `totals`. */
  readonly groups: Iterable<LoginGroup>;
  readonly successSpans: Iterable<SuccessSpan>;
  readonly totals: { readonly rows: number; readonly failures: number; readonly successes: number };
  /** Whether `first` and `last` are times of rows; else they are the ends of the span. */
  readonly exactTimes: boolean;
  /** The session sees its own rows only, and nobody says so. */
  readonly ownRowsOnly: boolean;
  /** `unsure`: the org did not tell what the session may see. */
  readonly sight: 'whole' | 'unsure' | 'partial';
  /** The right to name where the sight is not whole. */
  readonly permission?: string;
  /** Names of users that stand in the groups by their id, as far as known. */
  readonly usernames: Readonly<Record<string, string>>;
  /** Rows that were counted without a dimension, since there are too many different ones. */
  readonly untold: readonly Untold[];
  readonly gaps: readonly Gap[];
  /** Where an org sorts by status: whether failures stand before the successes (`ASC`), behind them (`DESC`), or both. */
  readonly sides?: ReadonlyArray<'ASC' | 'DESC'>;
};
