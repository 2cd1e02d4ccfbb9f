import type { Fact } from './fact.ts';
import type { Evidence } from './facts.ts';

/** The tokens of one app name. `menuItem`: absent where the app is not installed. */
export type TokenGroup = {
  readonly app: string;
  readonly menuItem?: string;
  readonly total: number;
  readonly neverUsed: number;
  /** UTC, ISO 8601. */
  readonly lastUsedAt?: string;
};

export type OrgTokens = {
  readonly groups: readonly TokenGroup[];
  /** All tokens of the org, counted by the org. */
  readonly total: number;
  /** How many the groups rest on. Fewer than `total`: cut. */
  readonly read: number;
};

/** What is known of one app, where all were read at once. */
export type AppFacts = {
  readonly name: string;
  readonly id: string;
  readonly kind: 'connected-app' | 'external-client-app';
} & Pick<Evidence, 'app' | 'appOauth' | 'ipRelaxation' | 'appState'>;

/** Every app of an org. */
export type OrgApps = {
  readonly apps: readonly AppFacts[];
  /** Whether the lists hold every app: known, or why not. */
  readonly whole: Fact<undefined>;
  readonly tokens: Fact<OrgTokens>;
  /** Menu item -> app id: the only link from a token to its app. */
  readonly menu: ReadonlyMap<string, string>;
} & Pick<Evidence, 'oauthSettings' | 'apiAccess'>;
