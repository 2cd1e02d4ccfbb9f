import { defined, valueOf } from '../model/index.ts';
import type { App, AppOauth, AppState, Evidence, Alteration } from '../model/index.ts';
import { hidden, isRunAs, mapFact, setFact, type Touched } from './touch.ts';

export type AppAlteration = Exclude<
  Extract<Alteration, { readonly app: string }>,
  { readonly set: 'app-in-carrier' | 'app-carriers' | 'consumer-key' }
>;

const ofApp = ({ app }: Evidence, to: (app: App) => App): Touched => ({
  app: mapFact(app, (value) => (value === undefined ? value : to(value))),
});

const ofOauth = ({ appOauth }: Evidence, to: (oauth: AppOauth) => AppOauth): Touched => ({
  appOauth: mapFact(appOauth, (value) => (value === undefined ? value : to(value))),
});

/** Where a switch says that the flow is off, its run-as user stays for the day on which it is on again. */
const withCredentials = (
  { clientCredentials, ...app }: App,
  to: (before: { readonly enabled: boolean; readonly runAs?: string }) => NonNullable<App['clientCredentials']>,
): App => ({ ...app, clientCredentials: to(clientCredentials ?? { enabled: false }) });

/** Another user logs in then: what was read of this one says nothing of that one. */
const runAsIs = (evidence: Evidence, runAs: string): Touched => {
  const isSame = valueOf(evidence.app)?.clientCredentials?.runAs?.toLowerCase() === runAs.toLowerCase();
  return {
    ...ofApp(evidence, (app) => withCredentials(app, (before) => ({ ...before, runAs }))),
    ...(isSame || !isRunAs(valueOf(evidence.integration)?.flow) ? {} : { runAs: hidden }),
  };
};

/** What becomes of a refresh token that was given with more scopes than the app has now is not documented. */
const scopesAre = (evidence: Evidence, scopes: readonly string[]): Touched => {
  const isLess = valueOf(evidence.appOauth)?.scopes.some((scope) => !scopes.includes(scope)) === true;
  return isLess && valueOf(evidence.integration)?.flow === 'refresh-token'
    ? { appOauth: hidden }
    : ofOauth(evidence, (oauth) => ({ ...oauth, scopes }));
};

/** A connected app names one switch for the flow; an external client app names one in its settings, and one in its policies. */
const credentialsAre = (evidence: Evidence, enabled: boolean): Touched => ({
  ...ofApp(evidence, (app) => withCredentials(app, (before) => ({ ...before, enabled }))),
  ...(valueOf(evidence.app)?.kind === 'external-client-app'
    ? {}
    : ofOauth(evidence, (oauth) => ({ ...oauth, clientCredentialsEnabled: enabled }))),
});

const withCertificate = (oauth: AppOauth, certificate: AppOauth['certificate']): AppOauth => ({
  ...defined({ ...oauth, certificate }),
  scopes: oauth.scopes,
  callbackUrls: oauth.callbackUrls,
});

type StateSwitch = Extract<AppAlteration, { readonly set: 'app-enabled' | 'app-oauth-enabled' }>;

const isStateSwitch = (setting: AppAlteration): setting is StateSwitch =>
  setting.set === 'app-enabled' || setting.set === 'app-oauth-enabled';

/** One switch that is off is enough to say that the app is; that one is on says nothing of the others. */
const stateIs = ({ appState }: Evidence, { set, value: isOn }: StateSwitch): Touched => {
  const state: AppState = set === 'app-enabled' ? { enabled: isOn } : { oauthOff: !isOn };
  const isTold = appState.state === 'known' || isOn;
  return { appState: isTold ? mapFact(appState, (before) => ({ ...before, ...state })) : setFact(appState, state) };
};

/** What a setting of an app changes in the facts of a login that goes through it. */
export const layApp = (evidence: Evidence, setting: AppAlteration): Touched => {
  const { set } = setting;
  if (set === 'app-gone') return layGone(evidence);
  if (isStateSwitch(setting)) return stateIs(evidence, setting);
  if (set === 'app-blocked') return layBlocked(evidence, setting.value);
  if (set === 'permitted-users') return ofApp(evidence, (app) => ({ ...app, permittedUsers: setting.value }));
  if (set === 'refresh-token-policy') return ofApp(evidence, (app) => ({ ...app, refreshTokenPolicy: setting.value }));
  if (set === 'high-assurance') return ofApp(evidence, (app) => ({ ...app, requiresHighAssurance: setting.value }));
  if (set === 'ip-relaxation') return { ipRelaxation: setFact(evidence.ipRelaxation, setting.value) };
  if (set === 'client-credentials') return credentialsAre(evidence, setting.value);
  if (set === 'run-as') return runAsIs(evidence, setting.value);
  if (set === 'scopes') return scopesAre(evidence, setting.value);
  if (set === 'callback-urls') return ofOauth(evidence, (oauth) => ({ ...oauth, callbackUrls: setting.value }));
  if (set === 'certificate') return ofOauth(evidence, (oauth) => withCertificate(oauth, setting.value));
  if (set === 'token-ranges') return { tokenIpRanges: setFact(evidence.tokenIpRanges, setting.value) };
  return ofOauth(evidence, (oauth) => ({ ...oauth, [setting.name]: setting.value }));
};

/** Its tokens end with it, and its logins of the past tell of no app that is there. */
const layGone = ({ app, appTokens, appNames, grants, loginRows }: Evidence): Touched => {
  const gone = valueOf(app);
  return {
    app: setFact(app, undefined),
    appOauth: hidden,
    appAccess: hidden,
    appTokens: setFact(appTokens, { total: 0, notInstalled: 0, neverUsed: 0 }),
    appNames: mapFact(appNames, (names) => names.filter((name) => name !== gone?.name && name !== gone?.developerName)),
    grants: setFact(grants, []),
    loginRows: mapFact(loginRows, (rows) => rows.filter(({ application }) => application !== gone?.name)),
  };
};

const layBlocked = ({ appState, now }: Evidence, isBlocked: boolean): Touched => {
  const at = valueOf(now) ?? '';
  return { appState: mapFact(appState, (state) => ({ ...state, [isBlocked ? 'blockedAt' : 'unblockedAt']: at })) };
};
