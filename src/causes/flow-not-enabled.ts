import { isLocalhost } from '../clues/callbacks.ts';
import { cause } from '../clues/cause.ts';
import { aheadAt, hasCome, inForceSince } from '../clues/ahead.ts';
import { enforcedBy } from '../clues/enforced.ts';
import { dayOf } from '../clues/calendar/index.ts';
import { appFlows } from '../clues/flows.ts';
import { isCliApp } from '../clues/cli-app.ts';
import { isDecided } from '../clues/named.ts';
import { clue, inFlows, proves, rulesOut, suggests, untold } from '../model/index.ts';
import type { App, AppOauth, Facts, Flow, Sign } from '../model/index.ts';

const id = 'flow-not-enabled';

/** Whether the app's own settings let a flow in; undefined where they do not tell. */
const isOn = (flow: Flow, oauth: AppOauth): boolean | undefined => {
  if (flow === 'jwt') return oauth.certificate !== undefined;
  if (flow === 'client-credentials') return oauth.clientCredentialsEnabled;
  if (flow === 'device') return oauth.deviceFlowEnabled;
  return flow === 'token-exchange' ? oauth.tokenExchangeEnabled : undefined;
};

/** The other flows have no switch of their own. */
const hasSwitch = (flow: Flow): boolean =>
  flow === 'jwt' || flow === 'client-credentials' || flow === 'device' || flow === 'token-exchange';

const isOffByPolicy = (flow: Flow, { clientCredentials }: App): boolean =>
  flow === 'client-credentials' && clientCredentials?.enabled === false;

const localOnly = 'device-flow-for-local-apps-only';

/** An external client app of this org's own. What does not tell is taken for one: it is foretold only where it is seen. */
const isLocal = ({ kind, distribution = 'Local' }: App): boolean =>
  kind === 'external-client-app' && distribution.toLowerCase() === 'local';

/** What Salesforce's restriction of the device flow says of an app that it shuts out. How it words the refusal is not known. */
const onlyLocal = (app: App, { refusals, now }: Pick<Facts, 'refusals' | 'now'>): Sign | undefined => {
  const on = inForceSince(localOnly, now);
  if (on === undefined) return aheadAt(localOnly, now, { app: app.name });
  const values = { app: app.name, on };
  return enforcedBy(localOnly, refusals.length > 0 ? suggests(values, on) : proves(values, on));
};

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  flows: appFlows,
  sources: ['jwt-bearer-flow', 'password-flow-retirement', 'token-exchange-handlers'],
  clues: [
    clue(
      'switch',
      ['integration', 'app', 'appOauth', 'refusals'],
      ({ integration: { flow }, app, appOauth, refusals }) => {
        if (flow === undefined || app === undefined || appOauth === undefined || !hasSwitch(flow)) return undefined;
        const on = isOn(flow, appOauth);
        const values = { flow, app: app.name };
        if (on === undefined) return untold(values);
        // The app's policy can still say no.
        if (on) return isDecided(refusals, id) || isOffByPolicy(flow, app) ? undefined : rulesOut(values);
        return flow === 'jwt' ? undefined : proves(values);
      },
    ),
    inFlows(
      ['jwt'],
      clue('no-certificate', ['app', 'appOauth'], ({ app, appOauth }) => {
        if (app === undefined || appOauth === undefined || appOauth.certificate !== undefined) return undefined;
        // What an external client app returns of its certificate was never seen: that none came back is no proof.
        return (app.kind === 'connected-app' ? proves : suggests)({ app: app.name });
      }),
    ),
    clue('no-oauth', ['app', 'appOauth'], ({ app, appOauth }) =>
      app !== undefined && appOauth === undefined ? proves({ app: app.name }) : undefined,
    ),
    inFlows(
      ['client-credentials'],
      clue('policy', ['app'], ({ app }) =>
        app !== undefined && isOffByPolicy('client-credentials', app) ? proves({ app: app.name }) : undefined,
      ),
    ),
    inFlows(
      ['password'],
      clue('kind-of-app', ['app'], ({ app }) => {
        if (app === undefined) return undefined;
        return app.kind === 'external-client-app' ? proves({ app: app.name }) : rulesOut({ app: app.name });
      }),
    ),
    // What a handler's own class makes of a token, only that class knows.
    inFlows(
      ['token-exchange'],
      clue('no-exchange-handler', ['app', 'exchangeHandlers'], ({ app, exchangeHandlers }) =>
        app === undefined || exchangeHandlers.some(({ isEnabled }) => isEnabled)
          ? undefined
          : proves({ app: app.name, names: exchangeHandlers.map(({ name }) => name).join(', ') || '-' }),
      ),
    ),
    inFlows(
      ['token-exchange'],
      clue('no-default-handler', ['app', 'exchangeHandlers'], ({ app, exchangeHandlers }) => {
        const on = exchangeHandlers.filter(({ isEnabled }) => isEnabled);
        if (app === undefined || on.length === 0 || on.some(({ isDefault }) => isDefault)) return undefined;
        return suggests({ app: app.name, names: on.map(({ name }) => name).join(', ') });
      }),
    ),
    inFlows(
      ['token-exchange'],
      clue('handler-without-user', ['app', 'exchangeHandlers'], ({ app, exchangeHandlers }) => {
        const stuck = exchangeHandlers.find(({ isEnabled, runsAs }) => isEnabled && runsAs?.isActive === false);
        if (app === undefined || stuck?.runsAs === undefined) return undefined;
        return suggests({ name: stuck.name, user: stuck.runsAs.username });
      }),
    ),
    // Salesforce blocked the device flow in the CLI's own app.
    inFlows(
      ['device'],
      clue('cli-app', ['integration', 'now'], ({ integration, now }) =>
        isCliApp(integration) && hasCome('device-flow-off-in-cli-app', now)
          ? enforcedBy('device-flow-off-in-cli-app', proves({ on: dayOf('device-flow-off-in-cli-app') }))
          : undefined,
      ),
    ),
    inFlows(
      ['device'],
      clue('device-app-not-local', ['app', 'refusals', 'now'], ({ app, ...facts }) =>
        app !== undefined && !isLocal(app) ? onlyLocal(app, facts) : undefined,
      ),
    ),
    inFlows(
      ['device'],
      clue('device-callback', ['app', 'appOauth', 'refusals', 'now'], ({ app, appOauth, ...facts }) => {
        if (app === undefined || appOauth === undefined || appOauth.callbackUrls.some(isLocalhost)) return undefined;
        return onlyLocal(app, facts);
      }),
    ),
    clue('which', ['integration'], ({ integration: { flow } }) =>
      flow === undefined ? untold({}, '--flow') : undefined,
    ),
  ],
  actions: ['changeApplicationClientCredentialEnabled', 'changeApplicationCertificate'],
  remedies: [
    { id: 'enable-flow', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
    {
      id: 'enable-handler',
      who: 'org-admin',
      effect: 'grants-access',
      onlyBy: ['no-exchange-handler', 'no-default-handler', 'handler-without-user'],
    },
    { id: 'use-another-flow', who: 'developer', effect: 'changes-client' },
  ],
});
