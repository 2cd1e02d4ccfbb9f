import { hasCome } from '../../clues/ahead.ts';
import { dayOf } from '../../clues/calendar/index.ts';
import type { App, AppOauth, Flow } from '../../model/index.ts';
import { check, closed, notSeen, open, unseen, type Reading } from '../check.ts';
import type { GateRule } from '../gate.ts';

const off = 'flow-not-enabled';

/** Whether the app's own settings let a flow in; undefined where they do not tell. */
const isOn = (flow: Flow, oauth: AppOauth): boolean | undefined => {
  if (flow === 'jwt') return oauth.certificate !== undefined;
  if (flow === 'client-credentials') return oauth.clientCredentialsEnabled;
  return flow === 'device' ? oauth.deviceFlowEnabled : oauth.tokenExchangeEnabled;
};

const read = (flow: Flow, app: App, oauth: AppOauth): Reading => {
  const on = isOn(flow, oauth);
  const values = { flow, app: app.name };
  if (on === undefined) return notSeen('not-told', values);
  if (on) return open(flow === 'jwt' ? 'certificate' : 'on', values);
  if (flow !== 'jwt') return closed(off, 'off', values);
  // What an external client app returns of its certificate was never seen: that none came back is no proof.
  return app.kind === 'connected-app' ? closed(off, 'no-certificate', values) : notSeen('no-certificate-seen', values);
};

const ofApp = check(
  'switch',
  { needs: ['app'], also: ['appOauth'], flows: ['jwt', 'client-credentials', 'device', 'token-exchange'] },
  (facts) => {
    const { app, appOauth, integration } = facts;
    const { flow } = integration;
    if (app === undefined || flow === undefined) return undefined;
    const policy = flow === 'client-credentials' ? app.clientCredentials?.enabled : undefined;
    if (policy === false) return closed(off, 'policy-off', { app: app.name });
    if (!('appOauth' in facts))
      return policy === true ? notSeen('policy-on', { app: app.name }, { facts: ['appOauth'] }) : unseen('appOauth');
    return appOauth === undefined ? closed(off, 'no-oauth', { app: app.name }) : read(flow, app, appOauth);
  },
);

const plain = check('plain', { needs: ['app'], also: ['appOauth'], flows: ['web', 'refresh-token'] }, (facts) => {
  if (facts.app === undefined) return undefined;
  const without = 'appOauth' in facts && facts.appOauth === undefined;
  return without ? closed(off, 'no-oauth', { app: facts.app.name }) : open('no-switch');
});

const kindOfApp = check('kind', { needs: ['app'], flows: ['password'] }, ({ app }) => {
  if (app === undefined) return undefined;
  return app.kind === 'external-client-app' ? closed(off, 'external', { app: app.name }) : open('connected');
});

const retirement = 'password-flows-retire';

const orgSwitch = check('org-switch', { needs: ['oauthSettings'], flows: ['password'] }, ({ oauthSettings, now }) => {
  const blocked = oauthSettings.passwordFlowBlocked;
  if (blocked === undefined) return notSeen('not-told');
  const cause = 'flow-blocked-org-wide';
  if (blocked) return closed(cause, 'blocked');
  const on = dayOf(retirement);
  // It was put off before: that the day has come is no proof that the flow is gone.
  if (hasCome(retirement, now)) return notSeen('retired', { on });
  return open('allowed', { on }, { on, cause });
});

const soap = check('soap', { flows: ['soap-login'] }, () => notSeen('not-told'));

/** Is the flow on: for the app, and in the org? */
export const flow: GateRule = { id: 'flow', checks: [ofApp, plain, kindOfApp, orgSwitch, soap] };
