import type { Pointer } from './refusal.ts';
import type { Certificate } from './credentials.ts';

/** All times: UTC, ISO 8601. All ids: as the org gave them (15 or 18 characters). */
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly isSandbox: boolean;
  readonly organizationType?: string;
  readonly instanceName?: string;
  readonly trialExpiresAt?: string;
  readonly isReadOnly?: boolean;
  readonly timeZone?: string;
  readonly createdAt?: string;
};

export type User = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email?: string;
  readonly isActive: boolean;
  readonly profileId: string;
  readonly profileName?: string;
  readonly userType?: string;
  /** Name of the user license of the profile, such as `Salesforce Integration`. */
  readonly userLicense?: string;
  readonly failedLogins?: number;
  /** The last login that went well (UTC, ISO 8601); without a time: never. Absent: not told. */
  readonly lastLogin?: { readonly at?: string };
  readonly lastPasswordChangeAt?: string;
  readonly createdAt?: string;
  readonly changedAt?: string;
};

/** By what a user can prove who it is, beside the password. */
export type SecondFactor = 'authenticator-app' | 'salesforce-authenticator' | 'security-key' | 'built-in-authenticator';

/** A user who may be meant by a name that nobody has. */
export type NearUser = {
  readonly username: string;
  readonly email?: string;
  readonly isActive: boolean;
  readonly lastLoginAt?: string;
};

/** Frozen and locked are on UserLogin, not on User. */
export type UserLogin = { readonly isFrozen: boolean; readonly isPasswordLocked: boolean; readonly changedAt?: string };

/** By which road a permission or an app reaches the user. */
export type Path = {
  readonly via: 'profile' | 'permission-set' | 'permission-set-group';
  readonly name: string;
};

/** An assignment of the user that was made for a time: it is in force until `endsAt`. */
export type AssignmentEnd = {
  readonly path: Path;
  readonly endsAt: string;
  /** Whether "API Enabled" comes by it. */
  readonly apiEnabled: boolean;
};

/** A road that a user is assigned to; `id`: of the permission set by which it goes. */
export type Road = Path & { readonly id?: string };

/** The permissions of the integration user that bear on a login, each with the roads by which it is granted; none = not granted. */
export type UserPermissions = {
  readonly apiEnabled: readonly Path[];
  readonly apiUserOnly: readonly Path[];
  readonly twoFactorApi: readonly Path[];
  readonly passwordNeverExpires: readonly Path[];
};

type PermittedUsers = 'admin-approved' | 'self-authorized';

export type RefreshTokenPolicy = {
  readonly kind: 'infinite' | 'zero' | 'lifetime' | 'inactivity';
  readonly period?: number;
  readonly unit?: 'hours' | 'days' | 'months';
};

/** A connected app or an external client app, as this org lists it. */
export type App = {
  readonly kind: 'connected-app' | 'external-client-app';
  readonly id: string;
  readonly name: string;
  readonly developerName?: string;
  readonly permittedUsers?: PermittedUsers;
  readonly refreshTokenPolicy?: RefreshTokenPolicy;
  readonly createdAt?: string;
  /** When the app or its policies were changed last, and by whom. */
  readonly changedAt?: string;
  readonly changedBy?: string;
  readonly distribution?: string;
  readonly clientCredentials?: { readonly enabled: boolean; readonly runAs?: string };
  readonly requiresHighAssurance?: boolean;
  /** Where the app's policies were read. `apexClass` (name, or id): it approves users in the place of an assignment; absent: there is none. */
  readonly handler?: { readonly apexClass?: string };
};

/** What only the app's metadata tells, and only for apps that this org owns. Never the consumer secret. */
export type AppOauth = {
  readonly consumerKey?: string;
  /** Absent: the app holds no certificate. */
  readonly certificate?: Certificate;
  /** As Salesforce names them in metadata, lower case: `api`, `refreshtoken`, `full` ... */
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly clientCredentialsEnabled?: boolean;
  readonly deviceFlowEnabled?: boolean;
  readonly tokenExchangeEnabled?: boolean;
  readonly pkceRequired?: boolean;
  readonly secretRequiredForRefresh?: boolean;
  readonly secretOptional?: boolean;
  readonly refreshTokenRotation?: boolean;
};

export type IpRelaxation = 'enforce' | 'bypass' | 'bypass-2factor' | 'enforce-relax-refresh';

export type AppAccess = {
  /** By which roads this user is assigned to the app; none = not assigned. */
  readonly paths: readonly Path[];
  /** Profiles and permission sets that carry the app, whoever has them. */
  readonly carriers: readonly Path[];
};

/** One OauthToken row of this user for this app. Never a token. */
export type Grant = {
  readonly appName: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  readonly useCount?: number;
};

/** One live session of this user (AuthSession). Never a session id. */
export type Session = {
  readonly createdAt: string;
  readonly endsAt: string;
  readonly type?: string;
  /** The address that opened it. */
  readonly sourceIp?: string;
};

/** What the org demands of sessions. Absent: it does not tell. */
export type SessionSettings = {
  readonly lockedToAddress?: boolean;
  /** The login IP ranges of the profile hold for every request, and not for the login alone. */
  readonly rangesOnEveryRequest?: boolean;
};

/** One row of Login History. `Pointer`: what the status book makes of its status. */
export type LoginRow = Pointer & {
  readonly id: string;
  readonly at: string;
  readonly status: string;
  readonly success: boolean;
  /** Whether the status book knows the status. */
  readonly recognised: boolean;
  readonly loginType?: string;
  readonly loginSubType?: string;
  readonly application?: string;
  readonly sourceIp?: string;
  readonly loginUrl?: string;
  /** Version of the API by which SOAP login() came; other logins tell none. */
  readonly apiVersion?: number;
};

/** A failed login of the event log. `user`: it was of this user or username; `source-ip`: it named nobody, and came from the integration's address. */
export type LoginEvent = LoginRow & { readonly by: 'user' | 'source-ip' };

/** A policy that looks at each event of a kind, and may block it. `event`: as `EventName` has it; those of old have none. */
export type TransactionPolicy = { readonly name: string; readonly event: string | undefined };

/** A setting that Health Check holds to be at high risk, as it words it. */
export type HealthRisk = {
  readonly group: string;
  readonly setting: string;
  readonly value?: string;
  readonly standard?: string;
};

export type IpRange = { readonly start: string; readonly end: string };

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Minutes since midnight in the zone that was the org's default when the hours were first set. Absent day = open all day; 0 to 0 = shut. */
export type LoginHours = Readonly<Partial<Record<Weekday, { readonly start: number; readonly end: number }>>>;

export type PasswordPolicy = {
  /** `NoLimit` = undefined. */
  readonly maxLoginAttempts?: number;
  /** Minutes; `forever` where an admin must unlock. */
  readonly lockoutMinutes?: number | 'forever';
};

/** The org-wide switches of "OAuth and OpenID Connect Settings". Absent = the org did not tell. */
export type OauthSettings = {
  readonly passwordFlowBlocked?: boolean;
  readonly userAgentFlowBlocked?: boolean;
  readonly pkceRequired?: boolean;
};

export type MyDomain = { readonly name?: string; readonly apiLoginNeedsMyDomain?: boolean };

/** A Setup Audit Trail entry. */
export type Change = {
  readonly at: string;
  readonly by?: string;
  readonly action: string;
  readonly section?: string;
  readonly display: string;
  /** What it is about, as far as the entry tells. */
  readonly about: 'user' | 'app' | 'profile' | 'permission-set' | 'org' | 'other';
};
