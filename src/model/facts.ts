import type { Answer } from './answer.ts';
import type { AuthUrlFile } from './auth-url.ts';
import type { AccessToken, Assertion, Introspection } from './decoded.ts';
import type { Environment } from './environment.ts';
import type { Swapped } from './swapped.ts';
import type { ApiAccess, AppState, AppTokens, ExchangeHandler, GroupMember, RunAs } from './app-facts.ts';
import type { Attempt, KeyProbe, LoginHost } from './login-host.ts';
import type { KeyFile, StoredLogin } from './credentials.ts';
import type { Fact } from './fact.ts';
import type { Integration } from './integration.ts';
import type { Refusal } from './refusal.ts';
import type {
  App,
  AppAccess,
  AppOauth,
  AssignmentEnd,
  Change,
  Grant,
  HealthRisk,
  IpRange,
  IpRelaxation,
  LoginEvent,
  LoginHours,
  LoginRow,
  MyDomain,
  NearUser,
  OauthSettings,
  Organization,
  PasswordPolicy,
  Path,
  SecondFactor,
  Session,
  SessionSettings,
  TransactionPolicy,
  User,
  UserLogin,
  UserPermissions,
} from './org.ts';

/** Every question that this product asks, and the type of its answer. `undefined` in an answer: we looked, there is none. */
export interface Facts {
  /** When the diagnosis is made: UTC, ISO 8601. */
  now: string;
  /** When the login failed, where the person said so (`--at`): UTC, ISO 8601. */
  failedAt: string | undefined;
  integration: Integration;
  refusals: readonly Refusal[];
  /** What the person saw in Login History, where it was asked for; undefined: nobody said. */
  answers: readonly Answer[];
  /** How the org refused the session that was to look; undefined: it did not, or nobody was to look. */
  orgRefusal: Refusal | undefined;

  keyFile: KeyFile | undefined;
  storedLogin: StoredLogin | undefined;
  authUrl: AuthUrlFile | undefined;
  assertion: Assertion | undefined;
  accessToken: AccessToken | undefined;
  /** Of the token that was given; undefined: nobody asked for it. */
  introspection: Introspection | undefined;
  environment: Environment;
  /** Values of another kind than was asked for. */
  swapped: readonly Swapped[];

  loginHost: LoginHost;
  /** Local clock minus the login host's clock, in ms. Its precision is one second. */
  clockSkew: number;
  keyProbe: KeyProbe;
  attempt: Attempt;

  organization: Organization;
  user: User | undefined;
  userLogin: UserLogin | undefined;
  userPermissions: UserPermissions;
  /** Where the user is not there: who is called nearly so; most lately logged in first. */
  usersNear: readonly NearUser[];
  /** When the user's password expires: UTC, ISO 8601; undefined = never. */
  passwordExpiresAt: string | undefined;
  /** Permission sets and groups that were assigned to the user for a time; those that are over stay. */
  assignmentEnds: readonly AssignmentEnd[];
  app: App | undefined;
  appOauth: AppOauth | undefined;
  ipRelaxation: IpRelaxation;
  appAccess: AppAccess;
  /** Newest first. */
  grants: readonly Grant[];
  /** The user's live sessions. */
  sessions: readonly Session[];
  /** The user's rows, newest first. */
  loginRows: readonly LoginRow[];
  /** Failed logins of the org's event log files that can be the integration's, where Login History has no row of the failure; newest first. */
  loginEvents: readonly LoginEvent[];
  loginHours: LoginHours;
  /** Login IP ranges of the user's profile; none = every address. */
  loginIpRanges: readonly IpRange[];
  /** Network access of the org: no security token, no activation from there. Not a restriction. */
  trustedIpRanges: readonly IpRange[];
  passwordPolicy: PasswordPolicy;
  oauthSettings: OauthSettings;
  myDomain: MyDomain;
  /** Newest first. */
  changes: readonly Change[];

  appState: AppState;
  appTokens: AppTokens;
  /** What the apps of this org are called: names, developer names, and names of apps that users only authorised. */
  appNames: readonly string[];
  runAs: RunAs | undefined;
  /** Token exchange handlers that are set for the app; asked for where the login goes by token exchange. */
  exchangeHandlers: readonly ExchangeHandler[];
  apiAccess: ApiAccess;
  /** By which roads the user may approve apps that nobody installed; none = may not. */
  approveUninstalled: readonly Path[];
  /** By which roads the user has "Is Single Sign-On Enabled": Salesforce does not check its password then; none = it does. */
  singleSignOn: readonly Path[];
  /** By which roads the user has "Use Any API Auth", which SOAP login() asks for; none = has it not. */
  anyApiAuth: readonly Path[];
  /** By which roads the user has "Use Any API Client", which API Access Control lets pass; none = has it not. */
  anyApiClient: readonly Path[];
  /** What the user registered to prove who it is; none = nothing. */
  secondFactors: readonly SecondFactor[];
  /** By which roads the user has a right that makes it privileged to Salesforce, when it asks for a second factor. */
  privileged: readonly Path[];
  /** By which roads multi-factor authentication is waived for the user in the user interface; none = it is not. */
  mfaWaived: readonly Path[];
  sessionSettings: SessionSettings;
  /** Settings that Health Check holds to be at high risk. */
  healthRisks: readonly HealthRisk[];
  /** Transaction security policies that are on. */
  transactionPolicies: readonly TransactionPolicy[];
  /** The app's own list of addresses for refresh tokens; none = every address. */
  tokenIpRanges: readonly IpRange[];
  groupMembers: readonly GroupMember[];
}

export type FactName = keyof Facts;

export type Evidence = { readonly [N in FactName]: Fact<Facts[N]> };
