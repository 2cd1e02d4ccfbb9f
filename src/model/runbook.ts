import type { AppCheck } from './app-check.ts';
import type { Cost, FindingRemedy, TargetOrg } from './diagnosis.ts';
import type { CauseId } from './cause-id.ts';
import type { Gate } from './gate.ts';
import type { Change } from './org.ts';
import type { Upkeep } from './upkeep.ts';

/** What a refusal means for one integration: how it is worded, and what cures it here. */
export type RunbookError = {
  readonly cause: CauseId;
  readonly gate: Gate;
  readonly title: string;
  /** Where it is said, and the wording, in one line each. */
  readonly said: readonly string[];
  readonly remedy?: FindingRemedy;
};

/** What the org says of an integration: its user, its app, and how the app is set. Absent: not seen, or not there. */
type RunbookIntegration = {
  readonly app?: string;
  readonly username?: string;
  readonly userName?: string;
  readonly userEmail?: string;
  readonly profile?: string;
  readonly flow?: string;
  readonly loginUrl?: string;
  readonly scopes?: readonly string[];
  readonly callbackUrls?: readonly string[];
  /** From where its logins came, most recent first. */
  readonly addresses: readonly string[];
  /** UTC, ISO 8601. */
  readonly lastSuccess?: string;
};

/** What ends, nearest first: UTC, ISO 8601, or a release in which it ends. */
type RunbookEnd = {
  readonly cause: CauseId;
  readonly title: string;
  readonly on?: string;
  readonly season?: string;
};

/** What whoever is on call needs to know of one integration, as its org stood when it was written. */
export type Runbook = {
  readonly integration: RunbookIntegration;
  /** The walk through the gates. */
  readonly walk: AppCheck;
  readonly ends: readonly RunbookEnd[];
  /** Who changed it last, as far as the Setup Audit Trail tells: newest first. */
  readonly changes: readonly Change[];
  readonly errors: readonly RunbookError[];
  /** What only a person does to the app; none where it was not seen. */
  readonly upkeep: readonly Upkeep[];
};

/** What `sf auth runbook --json` prints. */
export type Runbooks = {
  readonly schemaVersion: 1;
  /** UTC, ISO 8601. */
  readonly asOf: string;
  readonly targetOrg?: TargetOrg;
  readonly runbooks: readonly Runbook[];
  readonly cost: Cost;
};
