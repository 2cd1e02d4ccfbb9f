/**
 * The state of the simulated world: one or more orgs, from which everything that the servers answer is derived.
 * Times are epoch milliseconds, UTC. Ids are 18 characters.
 */
export type Id = string;

export type IpRange = { start: string; end: string; description?: string };

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** Minutes since midnight in `Profile.loginHoursTimeZone`; absent day = open; 0 to 0 = shut. */
export type LoginHours = Partial<Record<Weekday, { start: number; end: number }>>;

/** User permission names as in metadata: `ApiEnabled`, `TwoFactorApi`, `ManageUsers` ... */
export type PermissionName = string;

export type Profile = {
  id: Id;
  name: string;
  /** Internal name used by metadata, such as `Admin`. */
  fullName: string;
  permissions: Set<PermissionName>;
  loginIpRanges: IpRange[];
  loginHours: LoginHours;
  loginHoursTimeZone: string;
  /** Name of its user license; absent: `Salesforce`. */
  userLicense?: string;
  requiredSessionLevel?: 'HIGH_ASSURANCE' | 'STANDARD';
};

export type PermissionSet = { id: Id; name: string; label: string; permissions: Set<PermissionName> };

export type PermissionSetGroup = {
  id: Id;
  developerName: string;
  label: string;
  permissionSetIds: Id[];
  mutedPermissions: Set<PermissionName>;
  /** Absent: `<group>_Muting`, once it mutes anything. */
  mutingSetName?: string;
};

export type Assignment = {
  id: Id;
  userId: Id;
  permissionSetId?: Id;
  permissionSetGroupId?: Id;
  /** Absent: never. */
  expiresAt?: number;
  /** Its time is over: the row stays. */
  expired?: true;
};

export type User = {
  id: Id;
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  profileId: Id;
  userType: string;
  isActive: boolean;
  isFrozen: boolean;
  /** Set by too many wrong passwords; ends by itself at `lockedUntil` unless the org locks for ever. */
  lockedUntil?: number | 'forever';
  failedLogins: number;
  /** What the user registered, as `Has...` columns name it. */
  secondFactors?: Array<'Totp' | 'SalesforceAuthenticator' | 'SecurityKey' | 'BuiltInAuthenticator'>;
  password: string;
  securityToken: string;
  passwordChangedAt: number;
  /** Undefined = never. */
  passwordExpiresAt?: number;
  /** Calls without a client certificate are refused. As a field: what metadata calls the permission is not known. */
  needsClientCertificate?: boolean;
  lastLoginAt?: number;
  createdAt: number;
  changedAt: number;
};

export type IpRelaxation = 'ENFORCE' | 'BYPASS' | 'BYPASS_2FACTOR' | 'ENFORCE_RELAXREFRESH';

export type RefreshPolicy =
  | { kind: 'infinite' | 'zero' }
  | { kind: 'lifetime' | 'inactivity'; period: number; unit: 'HOURS' | 'DAYS' | 'MONTHS' };

/** A connected app or an external client app. */
export type App = {
  id: Id;
  kind: 'connected-app' | 'external-client-app';
  /** Label. */
  name: string;
  developerName: string;
  consumerKey: string;
  consumerSecret: string;
  /** PEM; absent = no digital signature, so no JWT bearer flow. */
  certificate?: string;
  /** Upper case as in `OauthScopes...` / metadata word: Api, RefreshToken, Full, Web, OpenID, Chatter ... */
  scopes: string[];
  callbackUrls: string[];
  permittedUsers: 'admin-approved' | 'self-authorized';
  /** Profiles and permission sets that are pre-authorised. */
  profileIds: Id[];
  permissionSetIds: Id[];
  ipRelaxation: IpRelaxation;
  refreshPolicy: RefreshPolicy;
  rotation: boolean;
  pkceRequired: boolean;
  secretRequiredForRefresh: boolean;
  secretOptionalForWeb: boolean;
  clientCredentials: { enabled: boolean; runAsUserId?: Id };
  deviceFlow: boolean;
  tokenExchange: boolean;
  requiresHighAssurance: boolean;
  /** Owned by this org (metadata readable), installed from a package, or only authorised by users (no row, no metadata). */
  origin: 'owned' | 'installed' | 'only-authorised';
  distribution: 'Local' | 'Packaged' | 'Managed';
  blocked: boolean;
  /** An Apex class that says of each user whether he is approved; the users whom it does not approve. */
  handler?: { apexClass: string; refuses: Id[] };
  /** An external client app (or its OAuth part) that was switched off. */
  disabled?: boolean;
  /** An external client app whose OAuth plug-in alone was switched off. */
  oauthPluginOff?: boolean;
  deleted: boolean;
  /** Of an external client app: what its parts are called, by type, where they have not their usual names. */
  partNames?: Record<string, string>;
  createdAt: number;
  changedAt: number;
  /** Absent: whoever made it. */
  changedBy?: Id;
  /** Until then the token endpoints answer as if the key were unknown. */
  knownFrom: number;
};

/** One grant: a refresh token (or a stored approval) of a user for an app. */
export type Grant = {
  id: Id;
  userId: Id;
  appId: Id;
  refreshToken: string;
  /** With rotation: tokens already spent. */
  spentTokens: string[];
  scopes: string[];
  createdAt: number;
  lastUsedAt?: number;
  useCount: number;
  revoked: boolean;
};

/** By which road a session came to be. Sessions born of a password are told when it has expired. */
export type SessionFlow =
  'jwt' | 'refresh-token' | 'client-credentials' | 'password' | 'web' | 'device' | 'soap-login' | 'browser';

export type Session = {
  token: string;
  userId: Id;
  appId?: Id;
  scopes: string[];
  createdAt: number;
  expiresAt: number;
  ended: boolean;
  flow?: SessionFlow;
  /** Where it was opened from; matters where sessions are locked to an address. */
  sourceIp?: string;
};

export type AuthorizationCode = {
  code: string;
  userId: Id;
  appId: Id;
  redirectUri: string;
  scopes: string[];
  codeChallenge?: string;
  issuedAt: number;
  used: boolean;
};

export type LoginRow = {
  id: Id;
  at: number;
  userId: Id;
  status: string;
  loginType: string;
  loginSubType?: string;
  application: string;
  sourceIp: string;
  forwardedForIp?: string;
  loginUrl: string;
  apiType: string;
  apiVersion: string;
  browser: string;
  platform: string;
  clientVersion: string;
  countryIso: string;
  tlsProtocol: string;
  cipherSuite: string;
};

/**
 * A failed login that no row of Login History can hold, since it is of no user of the org. `status`: a LOGIN_STATUS code; `loginType`: the
 * code of the event log.
 */
export type StrayLogin = {
  at: number;
  status: string;
  username?: string;
  sourceIp: string;
  uri: string;
  loginType: string;
};

/**
 * Many login rows that nobody wants to hold in memory: successes and a few failures of this org's users, evenly between
 * `from` and `to`. Whoever answers queries expands it the same way for the same seed.
 */
export type BulkLoginRows = { count: number; from: number; to: number; seed: number };

export type AuditRow = { id: Id; at: number; byUserId?: Id; action: string; section: string; display: string };

/** What an element of a metadata component holds. */
export type MetadataValue =
  string | number | boolean | { [element: string]: MetadataValue | undefined } | MetadataValue[];
export type MetadataElements = Record<string, MetadataValue | undefined>;

/** What became of one component of a deployment. `warned`: there was nothing to delete. */
export type DeployedComponent = {
  type: string;
  fullName: string;
  fileName: string;
  id?: Id;
  outcome: 'created' | 'changed' | 'unchanged' | 'deleted' | 'warned' | 'failed';
  problem?: string;
};

/** A deployment, over since it began: nothing is waited for. */
export type Deployment = {
  id: Id;
  at: number;
  byUserId: Id;
  checkOnly: boolean;
  ignoreWarnings: boolean;
  rollbackOnError: boolean;
  components: DeployedComponent[];
};

/** A transaction security policy. What it refuses, it always refuses: conditions are not simulated. */
export type TransactionPolicy = {
  id: Id;
  developerName: string;
  label: string;
  eventName: 'LoginEvent' | 'ApiEvent' | 'ReportEvent';
  enabled: boolean;
  changedAt: number;
};

export type OrgCertificate = { id: Id; developerName: string; label: string; expiresAt: number; keySize: number };

export type Org = {
  id: Id;
  name: string;
  isSandbox: boolean;
  organizationType: string;
  instanceName: string;
  timeZone: string;
  trialExpiresAt?: number;
  isReadOnly: boolean;
  /** `open`: all well. Else every login is refused so. */
  state: 'open' | 'maintenance' | 'suspended' | 'deleted';
  createdAt: number;
  myDomainName: string;
  settings: {
    passwordFlowBlocked: boolean;
    userAgentFlowBlocked: boolean;
    pkceRequired: boolean;
    soapLoginEnabled: boolean;
    /** Undefined: API Access Control was never given to this org, so its elements are absent. */
    apiAccessControl?: boolean;
    apiLoginRequiresMyDomain: boolean;
    onlyLoginWithMyDomain: boolean;
    trustedIpRanges: IpRange[];
    enforceIpRangesEveryRequest: boolean;
    lockSessionsToIp: boolean;
    maxLoginAttempts: 3 | 5 | 10 | 'NoLimit';
    lockoutInterval: 15 | 30 | 60 | 'forever';
    passwordExpiresAfterDays?: number;
    sessionMinutes: number;
    /** The issuer that SAML assertions must name. Absent: no single sign-on. */
    samlIssuer?: string;
    /** Whether connected apps may be created. Absent: no, as in every org since Spring '26. */
    connectedAppCreation?: boolean;
  };
  profiles: Profile[];
  permissionSets: PermissionSet[];
  permissionSetGroups: PermissionSetGroup[];
  assignments: Assignment[];
  users: User[];
  apps: App[];
  grants: Grant[];
  codes: AuthorizationCode[];
  sessions: Session[];
  loginRows: LoginRow[];
  bulkLoginRows?: BulkLoginRows;
  strayLogins: StrayLogin[];
  /** How often event log files are written. Absent: the org has none. */
  eventLog?: 'Daily' | 'Hourly';
  auditRows: AuditRow[];
  certificates: OrgCertificate[];
  deployments: Deployment[];
  /** Elements that were deployed and that no login asks for, by type and full name. */
  keptMetadata: Record<string, MetadataElements>;
  transactionPolicies: TransactionPolicy[];
  /** API calls made in the running 24 hours. */
  apiUsage: number;
  /** Two characters that stand in every id of this org, and the number of the last id given. */
  pod: string;
  lastId: number;
};

/** Where the facts leave open what Salesforce answers. The defaults stand in `world.ts`, the reasons in `simulator/README.md`. */
export type Switches = {
  /** JWT by a user who is not pre-authorised: the code. Both were seen. */
  jwtNotApproved: 'invalid_grant' | 'invalid_app_access';
  /** JWT with an app whose certificate has expired. */
  expiredCertificate: 'refused' | 'accepted';
  /** Description of a token refused outside login hours, but for the password flow. */
  hoursDescription: string;
  /** SOAP `login()` of a locked user. */
  soapLockout: 'INVALID_LOGIN' | 'PASSWORD_LOCKOUT';
  /** Whether a user locked by wrong passwords is refused in flows that use no password. */
  lockedBlocksTokenFlows: boolean;
  /** REST call by a user without API Enabled. */
  apiDisabled: 'API_DISABLED_FOR_ORG' | 'API_CURRENTLY_DISABLED';
  /** Which of the two stops a session that has neither the scope for the API nor a user with API Enabled. */
  apiWithoutBoth: 'api-enabled' | 'scope';
  /** Whether LoginHistory.SourceIp may stand in WHERE: its reference page says both. Absent: it may not. */
  sourceIpFilterable?: boolean;
  /** What becomes of a profile's login IP ranges where its deployed file has none. */
  profileFileWithoutRanges: 'keeps-them' | 'takes-them';
};

/** The login that the world is about: what its owner holds. */
export type Integration = { orgId: Id; userId: Id; appId: Id; adminId: Id; privateKey: string };

/** Two orgs at least: the one that is diagnosed, and a stranger's, so that a wrong endpoint is really wrong. */
export type World = {
  orgs: Org[];
  /** Address that a request comes from when it names none. */
  sourceIp: string;
  switches: Switches;
  /** How strictly the API is spoken. Default: as documented. */
  dialect: Dialect;
  integration: Integration;
};

/**
 * `documented`: nothing but what a document allows. `measured`: what one measurement saw beside it. `hostile`: as documented, but without one
 * envelope, one object, or one column of it.
 */
export type Dialect =
  | { readonly name: 'documented' }
  | { readonly name: 'measured' }
  | {
      readonly name: 'hostile';
      readonly envelope?: string;
      readonly object?: string;
      readonly column?: string;
    };

/** Anything that tells the time of the simulated world: epoch ms. */
export type Timepiece = { now: () => number };
