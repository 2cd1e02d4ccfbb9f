import { X509Certificate } from 'node:crypto';
import { createApp } from '../apps.ts';
import { newRefreshToken } from '../secrets.ts';
import { scopeParameters } from '../scopes.ts';
import type { App, Grant, IpRelaxation, RefreshPolicy, User } from '../types.ts';
import { audit, auditApp, touchApp } from './act.ts';
import type { Act } from './act.ts';

const permittedUsersLabel = {
  'admin-approved': 'Admin approved users are pre-authorized',
  'self-authorized': 'All users may self-authorize',
} as const;

export const changePermittedUsers = (act: Act, app: App, permittedUsers: App['permittedUsers']): void => {
  const [from, to] = [permittedUsersLabel[app.permittedUsers], permittedUsersLabel[permittedUsers]];
  app.permittedUsers = permittedUsers;
  auditApp(
    act,
    app,
    'changeUserRuntimeAccessPolicy',
    `Changed connected app ${app.name} Permitted Users setting from ${from} to ${to}`,
  );
};

/** Labels of the two values that were seen; the others are shown as they are. */
const relaxationLabel = (value: IpRelaxation): string =>
  value === 'ENFORCE' ? 'Enforce IP restrictions' : value === 'BYPASS' ? 'Relax IP restrictions' : value;

export const changeIpRelaxation = (act: Act, app: App, ipRelaxation: IpRelaxation): void => {
  const display = `Changed connected app ${app.name} IP relaxation setting from ${relaxationLabel(app.ipRelaxation)} to ${relaxationLabel(ipRelaxation)}`;
  app.ipRelaxation = ipRelaxation;
  auditApp(act, app, 'changeIpRelaxationPolicy', display);
};

export const changeScopes = (act: Act, app: App, scopes: string[]): void => {
  const spoken = (list: string[]): string => scopeParameters(list).join(', ') || 'null';
  const display = `Changed connected app ${app.name} scopes from ${spoken(app.scopes)} to ${spoken(scopes)}`;
  app.scopes = scopes;
  auditApp(act, app, 'changeOauthDefaultScope', display);
};

const subject = (certificate: string): string => new X509Certificate(certificate).subject.replaceAll('\n', ', ');

/** The row does not name the app. */
export const replaceCertificate = (act: Act, app: App, certificate: string): void => {
  const before = app.certificate;
  app.certificate = certificate;
  const display = `Created Connected App Certificate ${subject(certificate)}`;
  if (before === undefined) auditApp(act, app, 'insertApplicationCertificate', display, 'Remote Access');
  else {
    const change = `Changed Connected App Certificate from ${subject(before)} to ${subject(certificate)}`;
    auditApp(act, app, 'changeApplicationCertificate', change, 'Remote Access');
  }
};

/** An app without OAuth settings yet: no scope, no callback URL. */
export const insertApp = (act: Act, given: { name: string } & Partial<App>): App => {
  const times = { createdAt: act.at, changedAt: act.at, knownFrom: act.at };
  const app = createApp(act.org, { scopes: [], callbackUrls: [], ...times, ...given });
  auditApp(act, app, 'insertApplication', `Created Connected App ${app.name}`);
  return app;
};

const endTokens = ({ org }: Act, app: App): void => {
  for (const grant of org.grants) if (grant.appId === app.id) grant.revoked = true;
  for (const session of org.sessions) if (session.appId === app.id) session.ended = true;
};

export const deleteApp = (act: Act, app: App): void => {
  app.deleted = true;
  endTokens(act, app);
  auditApp(act, app, 'deleteApplication', `Deleted Connected App ${app.name}`);
};

/** Uninstalled: tokens end, and the app is only what users authorise on their own. */
export const uninstallApp = (act: Act, app: App): void => {
  app.origin = 'only-authorised';
  endTokens(act, app);
  auditApp(act, app, 'deleteConnectedApplication', `Uninstalled Connected App ${app.name}`, 'Connected Apps');
};

/** The text of the row is inferred from that of its counterpart. */
export const blockApp = (act: Act, app: App): void => {
  app.blocked = true;
  endTokens(act, app);
  auditApp(act, app, 'blockConnectedApplication', `Blocked Connected App ${app.name} to Salesforce`, 'Connected Apps');
};

export const unblockApp = (act: Act, app: App): void => {
  app.blocked = false;
  auditApp(
    act,
    app,
    'unblockConnectedApplication',
    `Unblocked Connected App ${app.name} to Salesforce`,
    'Connected Apps',
  );
};

/** No action code is known for a changed refresh token policy. */
export const changeRefreshPolicy = (act: Act, app: App, policy: RefreshPolicy): void => {
  app.refreshPolicy = policy;
  touchApp(act, app);
};

/** No text was seen for this one. */
export const setRotation = (act: Act, app: App, on: boolean): void => {
  app.rotation = on;
  auditApp(act, app, 'changeApplicationRefreshTokenRotationEnabled', '', '');
};

export const setClientCredentials = (act: Act, app: App, enabled: boolean, runAs?: User): void => {
  const before = app.clientCredentials.enabled;
  app.clientCredentials = { enabled, ...(runAs === undefined ? {} : { runAsUserId: runAs.id }) };
  if (before !== enabled) {
    auditApp(
      act,
      app,
      'changeApplicationClientCredentialEnabled',
      `Changed Enable Client Credentials Flow from ${String(before)} to ${String(enabled)}`,
    );
  }
  if (runAs === undefined || app.kind !== 'connected-app') return;
  const display = `Assigned OAuth client credentials user ${runAs.username} (UserID: [${runAs.id.slice(0, 15)}]) to app ${app.name} (AppID: [${app.id.slice(0, 15)}])`;
  audit(act, 'addOauthClientCredentialUser', 'OAuth Client Credentials User', display);
};

export const changeConsumerKey = (act: Act, app: App, consumerKey: string, consumerSecret: string): void => {
  app.consumerKey = consumerKey;
  app.consumerSecret = consumerSecret;
  auditApp(
    act,
    app,
    'generateOauthStagedCredential',
    `Generated temporary credentials for connected app ${app.name}`,
    'Oauth Staged Credential',
  );
};

/** An administrator or the user revokes a token: no action code is known. */
export const revokeGrant = (grant: Grant): void => {
  grant.revoked = true;
};

/** What rotation does when a token was spent: the next one. */
export const rotateGrant = (grant: Grant): void => {
  grant.spentTokens.push(grant.refreshToken);
  grant.refreshToken = newRefreshToken();
};
