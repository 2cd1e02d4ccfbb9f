import type { AppCheck, GateResult, GateWarning } from './app-check.ts';
import type { Cost, Outcome, TargetOrg } from './diagnosis.ts';
import type { Gate } from './gate.ts';
import type { Integration } from './integration.ts';
import type { WithSent } from './requests.ts';

/** What was seen of a login in one org. `name`: the alias or username that was given for it. `trouble`: why it could not be looked into. */
export type ComparedSide =
  | { readonly name: string; readonly check: AppCheck }
  | { readonly name: string; readonly check?: undefined; readonly trouble: string };

/** One of two orgs in which the same login was looked at. */
export type ComparedOrg = {
  /** The alias or username that was given for it. */
  readonly name: string;
  readonly outcome: Outcome;
  /** Absent: the org could not be looked into. */
  readonly targetOrg?: TargetOrg;
  readonly integration: Integration;
  /** The first closed gate in the order of the walk. */
  readonly deciding?: Pick<GateResult, 'gate' | 'title' | 'closedBy'>;
  /** The gates of which nobody saw whether they are open. */
  readonly notSeen: ReadonlyArray<Pick<GateResult, 'gate' | 'title'>>;
  readonly warnings: readonly GateWarning[];
  /** Why the org could not be looked into. */
  readonly trouble?: string;
};

/** What one org has at a gate. */
export type ComparedGate = Pick<GateResult, 'state' | 'signs' | 'closedBy'>;

/** `state`: whether it lets the login through. `cause`: both are closed, by other causes. `warnings`: what will break, or is worth knowing. */
export type Differing = 'state' | 'cause' | 'warnings';

/** A gate at which two orgs differ: `target` is the org that was asked about, `other` the one that it is compared with. */
export type GateDifference = {
  readonly gate: Gate;
  readonly title: string;
  readonly differs: Differing;
  readonly target: ComparedGate;
  readonly other: ComparedGate;
};

/** What `sf auth doctor --compare --json` prints. Plain data. `outcome`: of the target org. */
export type Comparison = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly target: ComparedOrg;
  readonly other: ComparedOrg;
  /** Absent: one of the orgs could not be looked into, so nothing can be compared. */
  readonly differences?: readonly GateDifference[];
  /** The gates that were not seen in one of them, or in both, and are closed in none: nothing tells whether they differ. */
  readonly unseen: ReadonlyArray<Pick<GateResult, 'gate' | 'title'>>;
  /** The gates that are alike in both. */
  readonly alike: ReadonlyArray<Pick<GateResult, 'gate' | 'title'>>;
  readonly cost: Cost;
};
