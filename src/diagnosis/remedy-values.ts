import { hourMs, placeholders, valueOf } from '../model/index.ts';
import type { App, AppAccess, Evidence, Integration, LoginRow, User, Values } from '../model/index.ts';
import { comers } from './comers.ts';

/** Later sources win; what is undefined does not count. */
const merge = (...sources: ReadonlyArray<Readonly<Record<string, string | undefined>>>): Values =>
  Object.fromEntries(
    sources.flatMap((source) =>
      Object.entries(source).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ),
  );

/** Where in Setup an app's policies and settings are, by its kind. Setup node names as in public code that opens them. */
const appPages = (kind: App['kind'] | undefined): Record<string, string | undefined> => {
  if (kind === undefined) return {};
  const isExternal = kind === 'external-client-app';
  return {
    appKind: kind,
    appManager: isExternal ? 'External Client App Manager' : 'App Manager',
    appPolicies: isExternal ? 'ManageExternalClientApplication' : 'ConnectedApplication',
    appSettings: isExternal ? 'ManageExternalClientApplication' : 'NavigationMenus',
  };
};

type Fillings = Readonly<Record<string, string | undefined>>;

const ofUser = (user: User | undefined): Fillings => ({
  username: user?.username,
  userId: user?.id,
  profileId: user?.profileId,
  profileName: user?.profileName ?? user?.profileId,
});

const ofIntegration = (integration: Integration | undefined): Fillings => ({
  username: integration?.runAs ?? integration?.username,
  app: integration?.app,
  loginUrl: integration?.loginUrl,
  login: integration?.login ?? integration?.username,
  flow: integration?.flow,
  consumerKey: integration?.consumerKey,
  sourceIp: integration?.sourceIps[0],
});

const ofApp = (app: App | undefined): Fillings => ({ app: app?.name, appId: app?.id, ...appPages(app?.kind) });

/** The permission set by which the app is given. */
const ofAccess = (access: AppAccess | undefined): Fillings => ({
  permissionSet: access?.carriers.find(({ via }) => via === 'permission-set')?.name,
});

/** The app that the CLI logs in with where nobody names another. Source: `DEFAULT_CONNECTED_APP_INFO` of @salesforce/core. */
const appOfTheCli = 'PlatformCLI';

/** The flag by which the CLI logs in with the integration's own app, and not with its own. */
const clientFlag = (key: string | undefined): Fillings => {
  if (key === undefined) return {};
  return { ownApp: key === appOfTheCli ? '' : ` --client-id ${key}` };
};

/** Who sends the wrong passwords, and who uses up what a user may log in in an hour. */
const ofRows = ({ loginRows, failedAt, now }: Evidence): Fillings => {
  const rows = valueOf(loginRows) ?? [];
  const until = Date.parse(valueOf(failedAt) ?? valueOf(now) ?? '');
  const isLately = ({ at }: LoginRow): boolean => Date.parse(at) <= until && until - Date.parse(at) <= hourMs;
  return {
    wrongPasswordsFrom: comers(rows.filter(({ decides }) => decides === 'wrong-username-or-password')),
    busiest: comers(rows.filter(isLately)),
  };
};

/** What was seen of the failure, and by whom. */
export type Circumstances = {
  /** Username of the session that looks. */
  readonly targetOrg: string | undefined;
  /** Who most likely did it. */
  readonly changedBy: string | undefined;
  /** The address that the org recorded for the login that failed. */
  readonly sourceIp: string | undefined;
};

/** What the words of a remedy may be filled with, as far as it is known. */
export const remedyValues = (evidence: Evidence, seen: Circumstances): Values => ({
  ...placeholders,
  ...merge(
    ofUser(valueOf(evidence.user)),
    ofIntegration(valueOf(evidence.integration)),
    ofApp(valueOf(evidence.app)),
    ofAccess(valueOf(evidence.appAccess)),
    clientFlag(valueOf(evidence.appOauth)?.consumerKey ?? valueOf(evidence.integration)?.consumerKey),
    ofRows(evidence),
    { myDomainName: valueOf(evidence.myDomain)?.name },
    { ...seen, keyFile: valueOf(evidence.keyFile)?.path ?? valueOf(evidence.storedLogin)?.keyFile },
  ),
});
