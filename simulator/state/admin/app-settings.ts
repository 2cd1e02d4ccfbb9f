import type { App } from '../types.ts';
import { auditApp } from './act.ts';
import type { Act } from './act.ts';

const change = (from: boolean, to: boolean): string => `from ${String(from)} to ${String(to)}`;

/** The row does not name the app. */
export const requireSecretForRefresh = (act: Act, app: App, on: boolean): void => {
  const display = `Changed the connected app's Require Secret for Refresh Token Flow setting ${change(app.secretRequiredForRefresh, on)}`;
  app.secretRequiredForRefresh = on;
  auditApp(act, app, 'changeApplicationSecretRequiredForRefreshToken', display);
};

export const requirePkce = (act: Act, app: App, on: boolean): void => {
  const display = `Changed the ${app.name} connected app setting Require Proof Key for Code Exchange (PKCE) Extension for Supported Authorization Flows ${change(app.pkceRequired, on)}`;
  app.pkceRequired = on;
  auditApp(act, app, 'changeApplicationPkceRequired', display);
};

/** The row does not name the app. */
export const changeCallbackUrls = (act: Act, app: App, urls: string[]): void => {
  const display = `Changed Connected App Callback URL from ${app.callbackUrls.join(' ')} to ${urls.join(' ')}`;
  app.callbackUrls = urls;
  auditApp(act, app, 'changeApplicationCallbackUrl', display);
};
