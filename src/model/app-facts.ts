import type { Path } from './org.ts';

/** Whether an app is switched off, as far as the org tells. Times: UTC, ISO 8601. */
export type AppState = {
  /** External client apps only: false = an admin switched it off in this org. */
  readonly enabled?: boolean;
  /** External client apps only: their OAuth plug-in has a switch of its own. */
  readonly oauthOff?: boolean;
  /** Connected apps, from the Setup Audit Trail: the newest entry that blocked or unblocked it. No other place tells. */
  readonly blockedAt?: string;
  readonly unblockedAt?: string;
  /** Since when the trail was read without a gap. */
  readonly trailFrom?: string;
};

/** The OAuth tokens of an app by its name, whoever holds them: counts only. */
export type AppTokens = {
  readonly total: number;
  /** Tokens without a menu item: of an app that is not installed here. */
  readonly notInstalled: number;
  readonly neverUsed: number;
  /** UTC, ISO 8601. */
  readonly lastUsedAt?: string;
};

/** The user as whom client credentials act, seen by the app's own setting. */
export type RunAs = {
  readonly username: string;
  readonly isActive: boolean;
  readonly isFrozen?: boolean;
  readonly apiEnabled: readonly Path[];
  readonly apiUserOnly: readonly Path[];
  /** By which roads the user is assigned to the app. */
  readonly paths: readonly Path[];
};

/** A token exchange handler that is set for the app. */
export type ExchangeHandler = {
  readonly name: string;
  readonly isEnabled: boolean;
  /** Whether it is taken where the request names none. */
  readonly isDefault: boolean;
  /** The user as whom its Apex class runs. */
  readonly runsAs?: { readonly username: string; readonly isActive: boolean };
};

/** The org-wide switch of API Access Control. Absent: the org was never given it, or does not tell. */
export type ApiAccess = { readonly adminApprovedAppsOnly?: boolean };

/** A permission set in a group that the user is assigned to. */
export type GroupMember = {
  readonly group: string;
  readonly set: string;
  /** Whether the set carries the app. */
  readonly carriesApp: boolean;
  /** Whether the set, by itself, grants API Enabled. */
  readonly apiEnabled: boolean;
};
