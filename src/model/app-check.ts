import type { AcrossOrgs } from './across-orgs.ts';
import type { Acceptance } from './baseline.ts';
import type { CauseId } from './cause-id.ts';
import type { BlindSpot, Cost, FindingRemedy, Outcome, TargetOrg } from './diagnosis.ts';
import type { Source } from './fact.ts';
import type { Gate } from './gate.ts';
import type { Integration } from './integration.ts';
import type { IpRange } from './org.ts';
import type { Refusal } from './refusal.ts';
import type { WaitResult } from './waiting.ts';
import type { WithSent } from './requests.ts';

export type GateState = 'open' | 'closed' | 'not-applicable' | 'not-seen';

/** What one look at a gate has shown. */
export type GateSign = {
  /** Absent: of no cause in particular. */
  readonly cause?: CauseId;
  readonly check: string;
  readonly state: GateState;
  readonly text: string;
  readonly sources: readonly Source[];
};

/** What does not stop the login today. `later`: it will (`on`, UTC, ISO 8601); `note`: worth knowing. */
export type GateWarning = {
  readonly gate: Gate;
  readonly check: string;
  readonly kind: 'later' | 'note';
  readonly text: string;
  readonly cause?: CauseId;
  readonly on?: string;
  /** Accepted by a baseline, so that it counts for no exit code. Only of the kind `later`. */
  readonly accepted?: Acceptance;
};

/** Why a gate is closed, from the catalogue of causes. */
export type GateCause = {
  readonly cause: CauseId;
  readonly title: string;
  readonly meaning: string;
  readonly remedies: readonly FindingRemedy[];
  readonly verify?: string;
};

export type GateResult = {
  readonly gate: Gate;
  readonly title: string;
  readonly state: GateState;
  readonly signs: readonly GateSign[];
  /** Of a closed gate: the first one is what stops the login there. */
  readonly closedBy: readonly GateCause[];
  readonly blindSpots: readonly GateBlindSpot[];
};

/** What was not seen at a gate, and what would cure it. `org-does-not-tell`: nobody can read it. */
export type GateBlindSpot = Omit<BlindSpot, 'causes' | 'fact'> & {
  readonly fact: string;
  readonly hides: readonly Gate[];
};

/** How this org came to the app. `only-authorised`: users approved it, nobody installed it. */
export type AppOrigin = 'own' | 'packaged' | 'only-authorised' | 'not-here' | 'not-seen';

export type CheckedApp = {
  readonly name?: string;
  readonly kind?: 'connected-app' | 'external-client-app';
  readonly id?: string;
  readonly developerName?: string;
  readonly consumerKey?: string;
  /** When the certificate of the app ends: UTC, ISO 8601. Absent: it has none, or its settings were not seen. */
  readonly certificateEnds?: string;
  readonly origin: AppOrigin;
  /** Names of apps in the org that are like the one given, where none is called so. */
  readonly near: readonly string[];
};

type Place = 'inside' | 'outside' | 'partly';

/** Where the addresses given lie, and what would have to be added to the profile's ranges. Absent place: no ranges, or not seen. */
export type CheckedAddresses = {
  readonly sources: ReadonlyArray<{ readonly source: string; readonly profile?: Place; readonly trusted?: Place }>;
  readonly toAdd: readonly IpRange[];
  /** What the org's trusted ranges lack, in flows that ask for a security token elsewhere. */
  readonly toAddTrusted?: readonly IpRange[];
  /** What the app's allow-list for refresh tokens lacks, in ranges as wide as that list takes. */
  readonly toAddTokenList?: readonly IpRange[];
};

/** What a sentence calls by a name that no pattern would find. */
export type Named = {
  /** `changed-by`: who changed something, by name, username, or both. */
  readonly via:
    'user' | 'profile' | 'permission-set' | 'permission-set-group' | 'org' | 'host' | 'certificate' | 'changed-by';
  readonly name: string;
};

/** `password`: of a login by one, since we send none; `real-login`: none was tried, or it was not answered; `words`: those of a login that failed. */
export type NotLookedAt = 'password' | 'real-login' | 'words';

/** What the waiting came to. `verdict` says it in a sentence, where it is handed out. */
type Waited = { readonly verdict?: string } & WaitResult;

/** What `sf auth connectedapp check --json` prints. Plain data. */
export type AppCheck = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  /** With `--wait`. */
  readonly wait?: Waited;
  readonly app: CheckedApp;
  readonly integration: Integration;
  readonly targetOrg?: TargetOrg;
  readonly gates: readonly GateResult[];
  /** The first closed gate in the order of the walk. */
  readonly decidingGate?: Gate;
  readonly warnings: readonly GateWarning[];
  readonly addresses?: CheckedAddresses;
  /** Profiles, permission sets and the like by which this user gets in, or could: each name that the sentences may hold, once. */
  readonly named: readonly Named[];
  readonly refusals: readonly Refusal[];
  readonly blindSpots: readonly GateBlindSpot[];
  /** What stands behind every gate, and no gate shows. */
  readonly notLookedAt: readonly NotLookedAt[];
  readonly cost: Cost;
};

/** One app of `--all`. */
export type ListedAppCheck = {
  readonly app: CheckedApp;
  readonly outcome: 'closed' | 'later' | 'note' | 'open' | 'not-seen';
  /** The riskiest gate: the first closed one, else the one with the nearest date, else one worth knowing, else one not seen. */
  readonly riskiest?: {
    readonly gate: Gate;
    readonly state: GateState;
    readonly text: string;
    readonly cause?: CauseId;
    readonly on?: string;
  };
  readonly warnings: readonly GateWarning[];
  readonly tokens?: { readonly total: number; readonly neverUsed: number; readonly notInstalled: number };
};

/** What `sf auth connectedapp check --all --json` prints. */
export type AllAppsCheck = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly targetOrg?: TargetOrg;
  readonly apps: readonly ListedAppCheck[];
  readonly tokens: {
    readonly total?: number;
    /** Never used since they were issued. */
    readonly neverUsed?: number;
    /** Of apps that no admin installed. */
    readonly neverApproved?: number;
    /** How many rows the counts rest on, where they could not all be read. */
    readonly cut?: { readonly read: number; readonly of: number };
  };
  /** Each name that the sentences may hold, once. */
  readonly named: readonly Named[];
  readonly blindSpots: readonly GateBlindSpot[];
  readonly cost: Cost;
};

/** The result of `sf auth connectedapp check`, of one app or of all. */
export type AppCheckResult = AppCheck | AllAppsCheck;

/** What `sf auth connectedapp check --json` prints: of one org, or of several. */
export type CheckResult = AppCheckResult | AcrossOrgs<AllAppsCheck>;
