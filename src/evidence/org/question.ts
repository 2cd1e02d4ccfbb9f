import {
  unknown,
  type Fact,
  type Facts,
  type Integration,
  type Road,
  type Refusal,
  type Unknown,
  type User,
} from '../../model/index.ts';
import type { OrgAnswer, OrgPort, OrgRequest } from '../org-wire.ts';
import { nothing } from '../waves.ts';
import type { Document } from './documents.ts';
import type { ListedApp } from './listed-app.ts';
import type { Rights } from './permissions.ts';

/** The facts that an org tells. */
export const orgFactNames = [
  'organization',
  'user',
  'usersNear',
  'userLogin',
  'userPermissions',
  'passwordExpiresAt',
  'assignmentEnds',
  'app',
  'appOauth',
  'ipRelaxation',
  'appAccess',
  'grants',
  'sessions',
  'loginRows',
  'loginEvents',
  'loginHours',
  'loginIpRanges',
  'trustedIpRanges',
  'passwordPolicy',
  'oauthSettings',
  'myDomain',
  'changes',
  'appState',
  'appTokens',
  'appNames',
  'runAs',
  'exchangeHandlers',
  'apiAccess',
  'approveUninstalled',
  'singleSignOn',
  'anyApiAuth',
  'anyApiClient',
  'secondFactors',
  'privileged',
  'mfaWaived',
  'sessionSettings',
  'healthRisks',
  'transactionPolicies',
  'tokenIpRanges',
  'groupMembers',
] as const satisfies ReadonlyArray<keyof Facts>;

export type OrgFactName = (typeof orgFactNames)[number];

/** The facts, and what we must find out on the way to them. */
export type Findings = Pick<Facts, OrgFactName> & {
  readonly rights: Rights;
  /** The id of the user who logs in by the app, where nobody named the user. */
  readonly userOfApp: string | undefined;
  /** The app's entry in the org's lists, before its policies are read. */
  readonly listed: ListedApp | undefined;
  /** What the user is assigned to: profile, permission sets and groups. */
  readonly roads: readonly Road[];
  /** Nothing but answers about the app that others will ask for. */
  readonly appAhead: undefined;
  /** Nothing but answers about the user that others will ask for. */
  readonly userAhead: undefined;
};

export type FindingName = keyof Findings;

export type AskedOfOrg = {
  readonly integration: Integration;
  /** UTC, ISO 8601. */
  readonly failedAt?: string | undefined;
  /** UTC, ISO 8601. */
  readonly now: string;
  /** What the text says: with it the rows tell which app failed, where nobody named one. */
  readonly refusals?: readonly Refusal[] | undefined;
  /** Told which finding sends what. */
  readonly watch?: ((finding: FindingName, requests: readonly OrgRequest[]) => void) | undefined;
};

/** What a question must know of the org, and of who looks. */
export type AskableOrg = Pick<OrgPort, 'username' | 'apiVersion'>;

/** What the waves before have brought. */
export type Context = {
  readonly asked: AskedOfOrg;
  readonly org: AskableOrg;
  /** A finding that is not settled yet is unknown. */
  readonly fact: <N extends FindingName>(name: N) => Fact<Findings[N]>;
  /** Answers to requests that were sent, in their order; undefined while one is missing. */
  readonly answers: (requests: readonly OrgRequest[]) => readonly OrgAnswer[] | undefined;
  /** Whether what is sent now is the last: whoever waits then never asks. */
  readonly isLast: () => boolean;
};

/** What a question does now: ask the org, wait for another answer, or say that it need not be asked. */
export type Turn<T> =
  | {
      readonly send: readonly OrgRequest[];
      /** What would help, if there is a round trip left for it. Its answers stand behind the others. */
      readonly also?: readonly OrgRequest[];
    }
  | 'wait'
  | Fact<T>;

/**
 * One question. `ask` is called before each wave until it sends nothing new; then `read` makes the fact of all answers,
 * which stand in the order of the requests of the last `ask`.
 */
export type Question<T> = {
  /** The public pages that allow what it asks. */
  readonly documents: readonly [Document, ...Document[]];
  /** Findings that must be settled before `ask` is called. */
  readonly after: readonly FindingName[];
  /** Findings whose requests it reads: they are pursued side by side. */
  readonly beside?: readonly FindingName[];
  readonly ask: (seen: Context) => Turn<T>;
  readonly read: (answers: readonly OrgAnswer[], seen: Context) => Fact<T>;
};

export type Questions = { readonly [N in FindingName]: Question<Findings[N]> };

/** The answer at a place where `ask` put a request. */
export const answerAt = (answers: readonly OrgAnswer[], index: number): OrgAnswer => answers[index] ?? nothing;

/** Client credentials for which nobody was named: whose login it is, the app tells. */
export const isNobodyNamed = ({ asked: { integration } }: Pick<Context, 'asked'>): boolean =>
  integration.flow === 'client-credentials' && integration.username === undefined && appText(integration) !== undefined;

/** As whom the app's client credentials act; undefined while that is not known. */
export const runAsOf = (seen: Context): string | undefined => {
  const app = seen.fact('app');
  return app.state === 'known' ? app.value?.clientCredentials?.runAs : undefined;
};

/** Whoever came by the app may be its run-as user of yesterday. */
const isAnother = (seen: Context, { username }: User): boolean => {
  const runAs = isNobodyNamed(seen) ? runAsOf(seen) : undefined;
  return runAs !== undefined && runAs.toLowerCase() !== username.toLowerCase();
};

/** The integration's user, or why what hangs on the user cannot be asked. */
export const theUser = (seen: Context): { readonly user: User } | { readonly unknown: Unknown } => {
  const user = seen.fact('user');
  if (user.state === 'unknown' && user.reason === 'not-asked') return { unknown: user };
  if (user.state === 'known' && user.value !== undefined && isAnother(seen, user.value))
    return { unknown: unknown('depends-on-unknown') };
  return user.state === 'known' && user.value !== undefined
    ? { user: user.value }
    : { unknown: unknown('depends-on-unknown') };
};

/** Asks about the integration's user, where there is one to ask about. */
export const ofUser =
  <T>(ask: (user: User, seen: Context) => Turn<T>): Question<T>['ask'] =>
  (seen) => {
    const found = theUser(seen);
    return 'unknown' in found ? found.unknown : ask(found.user, seen);
  };

/** What the person called the app. */
export const appText = ({ app, consumerKey }: Integration): string | undefined => app ?? consumerKey;

/** The app's entry, or why what hangs on the app cannot be asked. */
export const theApp = (seen: Context): { readonly app: ListedApp } | { readonly unknown: Unknown } => {
  if (appText(seen.asked.integration) === undefined) return { unknown: unknown('not-asked', '--app') };
  const listed = seen.fact('listed');
  return listed.state === 'known' && listed.value !== undefined
    ? { app: listed.value }
    : { unknown: unknown('depends-on-unknown') };
};

/** Asks about the app, where there is one to ask about. */
export const ofApp =
  <T>(ask: (app: ListedApp, seen: Context) => Turn<T>): Question<T>['ask'] =>
  (seen) => {
    const found = theApp(seen);
    return 'unknown' in found ? found.unknown : ask(found.app, seen);
  };

/** Whether the looking session is the integration's own user: everyone sees what is theirs. */
export const looksAtItself = ({ org, asked }: Context): boolean =>
  org.username.toLowerCase() === asked.integration.username?.toLowerCase();

/** Major number of the API version. */
export const apiVersion = ({ org }: Pick<Context, 'org'>): number => Number.parseInt(org.apiVersion, 10);
