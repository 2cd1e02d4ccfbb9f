import type { Question } from './answer.ts';
import type { Acceptance } from './baseline.ts';
import type { CauseId } from './cause-id.ts';
import type { AccessToken, Assertion, Introspection } from './decoded.ts';
import type { Attempt } from './login-host.ts';
import type { Source, UnknownReason } from './fact.ts';
import type { FactName } from './facts.ts';
import type { Gate } from './gate.ts';
import type { Integration } from './integration.ts';
import type { Change, NearUser } from './org.ts';
import type { Refusal } from './refusal.ts';
import type { Actor } from './remedy.ts';
import type { WithSent } from './requests.ts';

export type Standing = 'confirmed' | 'suspected' | 'undecided' | 'ruled-out' | 'no-sign';

/** `root`: explains the failure that was seen; `next`: stops the login once the root is cured; `later`: will break on a date. */
export type Role = 'root' | 'next' | 'later';

export type Outcome = 'healthy' | 'cause-found' | 'transient' | 'inconclusive';

export type FindingSign = {
  readonly clue: string;
  readonly kind: 'proves' | 'suggests' | 'rules-out' | 'foretells';
  readonly text: string;
  readonly sources: readonly Source[];
};

export type FindingRemedy = {
  readonly id: string;
  readonly who: Actor;
  readonly effect: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly command?: string;
  /** The permission that it gives the user of the integration, by its name in metadata. */
  readonly gives?: string;
  /** Whole link where the org's host is known, else the path in Setup. */
  readonly setup?: string;
  readonly risk?: string;
};

export type Finding = {
  readonly cause: CauseId;
  readonly role: Role;
  readonly standing: 'confirmed' | 'suspected';
  readonly gate: Gate;
  readonly title: string;
  readonly meaning: string;
  readonly signs: readonly FindingSign[];
  /** Clues that could not be read, with the facts that were missing. */
  readonly unread: ReadonlyArray<{
    readonly clue: string;
    readonly facts: readonly FactName[];
    readonly broken?: true;
  }>;
  readonly remedies: readonly FindingRemedy[];
  readonly verify?: string;
  /**
   * The Setup Audit Trail entry that most likely did it: of a kind that does it, nearest before the first failure; of what it goes on for
   * alone, while it failed. Where the trail has none, the last change of the app by its own record, if that was when the login stopped.
   */
  readonly change?: Change;
  /** It failed for another reason first: the row by which that began, and what most likely did that. */
  readonly began?: { readonly row: FailingRow; readonly change?: Change };
  /** Salesforce brought it about when the login stopped, and nobody else: when, and the sentence that says what. */
  readonly enforced?: Enforcement & { readonly text: string };
  /** It was there when the login failed, and is there no more: the entry that most likely undid it. */
  readonly undone?: Change;
  /** Since when it stands, where known: UTC, ISO 8601. */
  readonly since?: string;
  /** When it will break: UTC, ISO 8601. Only with role `later`. */
  readonly on?: string;
  /** The release in which it will break (`Summer '27`), where no day is known. Only with role `later`. */
  readonly season?: string;
  /** Accepted by a baseline, so that it counts for no exit code. Only with role `later`. */
  readonly accepted?: Acceptance;
};

/** Salesforce itself brought a cause about. */
export type Enforcement = {
  /** Entry of the calendar. */
  readonly entry: string;
  /** First moment of the day, or of the weekend on which a release came: UTC, ISO 8601. */
  readonly on: string;
  /** The release that came, where it came with one. */
  readonly season?: string;
};

/** A fact that we may not or could not see. */
export type BlindSpot = {
  /** A fact; of what no fact would tell, the cause and its clue. */
  readonly fact: string;
  /** `broken`: what would tell is there, and reading it failed. */
  readonly why: 'denied' | 'broken' | UnknownReason;
  readonly permission?: string;
  readonly cure?: string;
  readonly text: string;
  readonly causes: readonly CauseId[];
};

export type TargetOrg = {
  readonly username: string;
  readonly orgId: string;
  readonly instanceUrl: string;
  /** By which this machine knows it. */
  readonly alias?: string;
};

export type Cost = {
  /** Sequential waves of requests to the org. */
  readonly orgRoundTrips: number;
  /** Requests in all, to the org and to the login host. */
  readonly requests: number;
  readonly milliseconds: number;
};

/** The Login History row that answers the failing minute. */
export type FailingRow = {
  readonly id: string;
  readonly at: string;
  readonly status: string;
  readonly application?: string;
  readonly sourceIp?: string;
};

/** The failures of one kind among the logins of the same app, where some went well in between. */
export type RecordedAmong = {
  readonly failures: number;
  readonly logins: number;
  /** The first of them: UTC, ISO 8601. */
  readonly since: string;
  readonly sourceIps: readonly string[];
};

/** The user's rows of one app from one address. Times: UTC, ISO 8601. */
export type RecordedLine = {
  readonly application?: string;
  readonly sourceIp?: string;
  /** Absent: it goes well. */
  readonly failingSince?: string;
  readonly lastSuccess?: string;
};

/** How what was pasted and what the org recorded go together, and what else goes on. */
export type RecordedFailure = {
  /** `differs`: what fails by the record is another failure; both are told. `nothing`: the failure left no row. */
  readonly says: 'agrees' | 'differs' | 'nothing';
  readonly other?: FailingRow;
  /** How long ago the row that agrees is. */
  readonly ageMs?: number;
  /** The first login from there that went well since: UTC, ISO 8601. */
  readonly wellAgainAt?: string;
  readonly among?: RecordedAmong;
  /** Absent where there is one app and one address only. */
  readonly lines?: readonly RecordedLine[];
};

/** What `--json` prints, and what every renderer shows. Plain data. */
export type Diagnosis = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly integration: Integration;
  readonly targetOrg?: TargetOrg;
  readonly refusals: readonly Refusal[];
  /** What was asked about and is not in the target org. */
  readonly absent: ReadonlyArray<'user' | 'app'>;
  /** What is called nearly so, nearest first: of what is absent. */
  readonly near?: { readonly users: readonly NearUser[]; readonly apps: readonly string[] };
  /** Our own login, where `--attempt` allowed one. */
  readonly attempt?: Attempt;
  /** What was given and decoded on this machine. */
  readonly assertion?: Assertion;
  readonly accessToken?: AccessToken;
  /** What the login host said of that token, where it was asked. */
  readonly introspection?: Introspection;
  readonly failingRow?: FailingRow;
  /** Absent: Login History was not seen, or nobody speaks of a failure. */
  readonly recorded?: RecordedFailure;
  readonly lastSuccess?: string;
  readonly firstFailure?: string;
  readonly findings: readonly Finding[];
  /** Between the last success and the first failure, nearest to the failure first. */
  readonly changes: readonly Change[];
  /** What a person could look at who has the text alone, and what each answer would leave. */
  readonly question?: Question;
  readonly ruledOut: readonly CauseId[];
  readonly blindSpots: readonly BlindSpot[];
  readonly cost: Cost;
};
