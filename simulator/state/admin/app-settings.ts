import type { App } from '../types.ts';
import { auditApp, touchApp } from './act.ts';
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

/** The row does not name the app, and tells the switch by its label in Setup: the other way round. */
export const setSecretOptionalForWeb = (act: Act, app: App, on: boolean): void => {
  const display = `Changed connected app Require Secret for Web Server Flow OAuth setting ${change(!app.secretOptionalForWeb, !on)}`;
  app.secretOptionalForWeb = on;
  auditApp(act, app, 'changeApplicationOptionalConsumerSecret', display);
};

/** No action code is known for what an app is called, nor for its handler, nor for the switches of the device flow, of token exchange and of its session level. */
export const changeQuietly = (
  act: Act,
  app: App,
  changes: Partial<
    Pick<
      App,
      'name' | 'handler' | 'deviceFlow' | 'tokenExchange' | 'requiresHighAssurance' | 'disabled' | 'oauthPluginOff'
    >
  >,
): void => {
  Object.assign(app, changes);
  touchApp(act, app);
};
