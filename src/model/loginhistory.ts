import type { AcrossOrgs } from './across-orgs.ts';
import type { CauseId } from './cause-id.ts';
import type { Cost, FindingRemedy, TargetOrg } from './diagnosis.ts';
import type { UnknownReason } from './fact.ts';
import type { Change } from './org.ts';
import type { Pointer } from './refusal.ts';
import type { WithSent } from './requests.ts';

/** What failures are put together by. */
export const groupings = ['cause', 'user', 'app', 'status', 'source-ip', 'login-type', 'hour'] as const;

export type Grouping = (typeof groupings)[number];

/** A piece of time: UTC, ISO 8601; `to` is not included. */
export type Period = { readonly from: string; readonly to: string };

/** A value and the rows that show it. `different`: how many values there are in all; `top`: those with the most rows. */
export type Share = { readonly value: string; readonly rows: number };
export type Shares<T extends Share = Share> = { readonly different: number; readonly top: readonly T[] };

/** `forwardedFor`: what the rows show as `ForwardedForIp`; empty for OAuth and single sign-on. */
export type AddressShare = Share & { readonly forwardedFor: readonly string[] };

/** A status as the row shows it, and what the status book makes of it. */
export type FailureStatus = Pointer & {
  readonly status: string;
  readonly recognised: boolean;
  readonly rows: number;
};

/** `exact`: false where rows are only counted, not read, and may be of more logins than that. */
export type IncidentCount = { readonly atLeast: number; readonly exact: boolean };

/** A change just before the first failure. `likely`: of a kind by which an admin brings this cause about. */
export type NearChange = Change & { readonly beforeMs: number; readonly likely: boolean };

/** Failures that belong together. Times: UTC, ISO 8601. */
export type FailureGroup = {
  /** What it is grouped by: an id of a cause, a status, a username, an hour ... The same in every run. */
  readonly key: string;
  readonly title: string;
  /** What all its statuses point at. */
  readonly causes: ReadonlyArray<{ readonly id: CauseId; readonly title: string; readonly decided: boolean }>;
  readonly rows: number;
  /** Rows of one login attempt are one incident. */
  readonly incidents: IncidentCount;
  readonly first: string;
  readonly last: string;
  /** Whether `first` and `last` are times of rows; else the ends of the spans in which they were counted. */
  readonly exactTimes: boolean;
  readonly statuses: readonly FailureStatus[];
  readonly users: Shares;
  readonly apps: Shares;
  readonly addresses: Shares<AddressShare>;
  readonly loginTypes: Shares;
  /** Where several logins stand in the group: the one with the most failures, and when it failed. The successes are its own. */
  readonly login?: { readonly user?: string; readonly app?: string; readonly first: string; readonly last: string };
  /** Before the login's first failure and after its last one. Absent: none known. */
  readonly lastSuccessBefore?: string;
  readonly firstSuccessAfter?: string;
  /** The success before (after) may be nearer: rows of one span were counted together, successes and failures in turns. */
  readonly successesMayBeNearer?: { readonly before: boolean; readonly after: boolean };
  /** Nearest first. */
  readonly changes: readonly NearChange[];
  /** What cures it, where its statuses decide the cause. */
  readonly remedy?: FindingRemedy;
};

/** More failures than usual: against the median of as many windows of the same length before it. */
export type Spike = {
  readonly key: string;
  readonly title: string;
  readonly window: Period;
  readonly rows: number;
  readonly baseline: { readonly median: number; readonly windows: number; readonly from: string };
  /** `rows` by the median, where that is not 0. */
  readonly times?: number;
};

/**
 * What a storm leads to. `reached`: the rows show it already. Of a lockout, `enough`: as many wrong passwords in an hour as lock
 * a user, but no row shows the lock. Of the hourly limit, `below`: at this rate it is not reached.
 */
export type StormAhead =
  | {
      readonly kind: 'lockout';
      readonly wrongPasswords: number;
      readonly limit: number;
      /** `forever`: an admin must unlock. Absent: the org did not tell. */
      readonly minutes?: number | 'forever';
      readonly state: 'reached' | 'enough' | 'ahead';
    }
  | {
      readonly kind: 'hourly-limit';
      readonly perHour: number;
      readonly limit: number;
      readonly state: 'reached' | 'ahead' | 'below';
    };

/** One login that is tried again and again. */
export type Storm = {
  readonly user?: string;
  readonly app?: string;
  readonly addresses: Shares;
  readonly statuses: readonly string[];
  readonly window: Period;
  readonly rows: number;
  /** In its busiest hour, from the first row of it to the last. */
  readonly perMinute: number;
  readonly ahead: readonly StormAhead[];
  /** Wrong passwords, and the org did not tell after how many it locks. */
  readonly lockoutUnknown: boolean;
};

/** An integration that logged in again and again, and then no more: neither a success nor a failure. */
export type Silence = {
  readonly user?: string;
  readonly app?: string;
  readonly lastSuccess: string;
  readonly successes: number;
  /** Since when it was seen to log in. */
  readonly since: string;
  /** The longest time between two logins before. */
  readonly longestGapMs: number;
  readonly silentMs: number;
};

/** A user whose logins come near what Salesforce allows in an hour, those that went well included. */
export type LoginRate = {
  readonly user: string;
  /** The fullest hour of the clock. */
  readonly window: Period;
  /** So many at least: a sliding hour may hold more. */
  readonly rows: number;
  readonly successes: number;
  /** By which apps the successes came. */
  readonly apps: Shares;
  readonly limit: number;
  readonly state: 'reached' | 'near';
};

/** `undecided`: rows are counted in spans that are longer than the window, so it cannot be told. */
export type ThresholdResult = {
  readonly limit: number;
  readonly windowMs: number;
  readonly state: 'kept' | 'exceeded' | 'undecided';
  /** The window with the most failures. Absent: there were none. `atMost`: where it cannot be counted exactly. */
  readonly highest?: Period & { readonly rows: number; readonly atMost?: number };
};

export type ChartSeries = {
  readonly key: string;
  readonly title: string;
  /** Failures in each bucket. */
  readonly rows: readonly number[];
};

/** Failures by cause and successes over time: `bucketMs` from one start to the next; the first starts at or before the window. */
export type Chart = {
  readonly bucketMs: number;
  readonly starts: readonly string[];
  readonly failures: readonly ChartSeries[];
  readonly successes: readonly number[];
};

/** A piece of the window that could not be counted. */
export type Uncounted = Period & {
  readonly why: 'refused' | 'timed-out' | 'unreachable' | 'too-many-rows';
  readonly code?: string;
};

/** Lines of a file that were not understood, and so not counted. */
export type UnreadLines = {
  readonly rows: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly samples: ReadonlyArray<{ readonly line: number; readonly reason: string; readonly text?: string }>;
};

/** Whether every row was seen, and what was not. */
/** What is asked about the failures that are shown, beside their number. */
export type AroundQuestion = 'successes' | 'rows' | 'lockout';

export type Completeness = {
  readonly whole: boolean;
  readonly sight: 'whole' | 'unsure' | 'partial';
  /** The session sees its own logins only. */
  readonly ownRowsOnly: boolean;
  /** The right that would help. */
  readonly permission?: string;
  readonly gaps: readonly Uncounted[];
  /** Rows that were counted without a value, since there are too many different ones. */
  readonly untold: ReadonlyArray<{ readonly dimension: string; readonly rows: number }>;
  readonly unread?: UnreadLines;
  /** The file has just as many rows as Setup shows at most: older ones may be missing. */
  readonly cutAt?: number;
  /** The changes before a failure could not be read, and what would help. */
  readonly changesUnseen?: { readonly permission?: string };
  /** What the org did not answer of the time around the failures. */
  readonly aroundUnseen?: readonly AroundQuestion[];
  /** There are more changes than are read: older ones than this are not. UTC, ISO 8601. */
  readonly changesFrom?: string;
  /** Fewer windows of the past were seen than a spike needs. */
  readonly pastUnseen?: boolean;
  /** Whether integrations that stopped logging in were looked for. */
  readonly silenceLookedFor: boolean;
};

/**
 * What the org's event log of logins (EventLogFile) tells beside Login History: failures of no user of the org, of which Login History has no
 * row. `unseen`: why it tells nothing.
 */
export type EventLogFailures =
  | {
      readonly state: 'seen';
      /** What the files are of, within the window. */
      readonly covered: Period;
      /** There are more files of that time than were read. */
      readonly isCut: boolean;
      readonly rows: number;
      readonly statuses: readonly FailureStatus[];
      readonly addresses: Shares;
      /** The first and the last of them: UTC, ISO 8601. */
      readonly first?: string;
      readonly last?: string;
    }
  | { readonly state: 'unseen'; readonly why: 'denied' | UnknownReason; readonly permission?: string };

type FailuresCost = Cost & {
  /** What the org counts against its daily API requests. */
  readonly apiCalls: number;
};

/** Where the rows come from. */
export type RowsFrom =
  | { readonly kind: 'org'; readonly targetOrg: TargetOrg }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly format: 'login-history' | 'event-log-file';
      /** `written`: every time names its own zone; `assumed`: UTC, since nobody said. */
      readonly zone: { readonly name: string; readonly from: 'written' | 'given' | 'assumed' };
      /** How day and month are read: `assumed` is a guess. */
      readonly dates: { readonly order: string; readonly found: string };
      /** Columns that the file does not have. */
      readonly missing: readonly string[];
      /** Of a tally, which a warehouse has counted: the length of its spans. */
      readonly tallySpanMs?: number;
    };

/** What was asked for, where it narrows the rows. */
export type FailureFilters = {
  readonly usernames: readonly string[];
  readonly apps: readonly string[];
  readonly sourceIps: readonly string[];
  readonly loginTypes: readonly string[];
  readonly statuses: readonly string[];
};

/**
 * `alarm`: the threshold was exceeded, a spike was found, or, where one of them was asked for, an integration fell silent.
 * `no-alarm`: none of it, and every row was seen. `listed`: no alarm was asked for. `inconclusive`: not every row was seen.
 */
export type FailuresOutcome = 'alarm' | 'no-alarm' | 'listed' | 'inconclusive';

/** An app that was asked for by something that no row shows, and what the org calls it. */
export type AppNamed = {
  readonly asked: string;
  /** `none`: the org knows no such app; `unseen`: it did not tell. */
  readonly state: 'found' | 'none' | 'unseen';
  /** As Login History shows it. */
  readonly label?: string;
  /** The right that would help. */
  readonly permission?: string;
};

/** What `sf auth loginhistory failures --json` prints. Plain data. */
export type LoginFailures = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: FailuresOutcome;
  readonly from: RowsFrom;
  readonly window: Period;
  readonly filters: FailureFilters;
  /** Apps of the filter that no row shows by that name. */
  readonly appsNamed?: readonly AppNamed[];
  /** Statuses of the filter that this tool does not know and no row shows. */
  readonly statusesUnmet?: readonly string[];
  readonly totals: {
    readonly rows: number;
    readonly failures: number;
    readonly successes: number;
    readonly incidents: IncidentCount;
  };
  /** All statuses of the failures, most rows first. */
  readonly statuses: readonly FailureStatus[];
  readonly groupedBy: Grouping;
  /** Most rows first. */
  readonly groups: readonly FailureGroup[];
  readonly chart: Chart;
  readonly threshold?: ThresholdResult;
  /** With `--spike`: the factor, and the length that is compared. */
  readonly spiking?: { readonly factor: number; readonly windowMs: number };
  readonly spikes: readonly Spike[];
  readonly storms: readonly Storm[];
  readonly silences: readonly Silence[];
  /** Fullest first. */
  readonly rates: readonly LoginRate[];
  readonly completeness: Completeness;
  /** Absent: it was not asked for, since rows come from a file, or a user or an app is asked for. */
  readonly eventLog?: EventLogFailures;
  readonly cost: FailuresCost;
};

/** What `sf auth loginhistory failures --json` prints: of one org or file, or of several orgs. */
export type FailuresResult = LoginFailures | AcrossOrgs<LoginFailures>;
