import type { App, Org } from '../../state/types.ts';
import { sisterId, stamps, type Row, type Table } from './row.ts';

const isHere = (app: App): boolean => !app.deleted && app.origin !== 'only-authorised';

/** Connected apps that this org owns or installed: those that users merely authorised have no row. */
export const connectedApps = (org: Org): App[] => org.apps.filter((app) => app.kind === 'connected-app' && isHere(app));

const periodOf = (app: App): number | null => {
  if ('period' in app.refreshPolicy) return app.refreshPolicy.period;
  return app.refreshPolicy.kind === 'zero' ? 0 : null;
};

const appRow = (org: Org, app: App): Row => ({
  ...stamps(org, app.createdAt, app.changedAt, app.changedBy),
  Id: app.id,
  Name: app.name,
  DeveloperName: app.developerName,
  ContactEmail: org.users[0]?.email,
  Version: '1.0',
  ExecutionUserId: app.clientCredentials.runAsUserId,
  OptionsAllowAdminApprovedUsersOnly: app.permittedUsers === 'admin-approved',
  OptionsHasSessionLevelPolicy: app.requiresHighAssurance,
  OptionsRefreshTokenValidityMetric: app.refreshPolicy.kind === 'inactivity',
  OptionsTokenExchangeManageBitEnabled: app.tokenExchange,
  RefreshTokenValidityPeriod: periodOf(app),
});

export const connectedApplications: Table = ({ org }) => connectedApps(org).map((app) => appRow(org, app));

export const appMenuItems: Table = ({ org }) =>
  connectedApps(org).map((app, at) => ({
    ...stamps(org, app.createdAt, app.changedAt),
    Id: sisterId('0DS', app.id),
    ApplicationId: app.id,
    Label: app.name,
    Name: app.developerName,
    Type: 'ConnectedApplication',
    IsAccessible: true,
    IsVisible: true,
    IsUsingAdminAuthorization: app.permittedUsers === 'admin-approved',
    SortOrder: at + 1,
  }));

/** Apps that are not installed have no menu item. */
const menuItemOf = (app: App | undefined): string | null =>
  app?.kind === 'connected-app' && isHere(app) ? sisterId('0DS', app.id) : null;

/** Current grants. `Id` is always null in real orgs; the tokens are secrets, shown here so that tests can watch for them. */
export const oauthTokens: Table = ({ org }) =>
  org.grants
    .filter((grant) => !grant.revoked)
    .map((grant) => {
      const app = org.apps.find(({ id }) => id === grant.appId);
      const secret = Buffer.from(grant.refreshToken).toString('base64');
      return {
        '#': grant.id,
        AccessToken: secret,
        RequestToken: secret,
        DeleteToken: secret,
        AppName: app?.name,
        AppMenuItemId: menuItemOf(app),
        UserId: grant.userId,
        UseCount: grant.useCount,
        CreatedDate: grant.createdAt,
        LastUsedDate: grant.lastUsedAt,
      };
    });
