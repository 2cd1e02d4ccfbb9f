import { cause } from '../clues/cause.ts';
import { neitherKnown, otherOrg } from '../clues/doubts.ts';
import { appFlows } from '../clues/flows.ts';
import { isHostOf } from '../clues/host-of.ts';
import { isNamed } from '../clues/named.ts';
import { newest, wholeMinutes } from '../clues/times.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';
import type { App } from '../model/index.ts';

const id = 'app-not-found-or-propagating';

/** Salesforce says up to 10 minutes; others saw more. Within this time every verdict on an app is provisional. */
const spreadMinutes = 30;

/** Minutes from the last change of the app to the failure (or to now, if it failed before); undefined where it is long ago. */
const minutesSinceChange = (app: App, failedAt: string | undefined, now: string): number | undefined => {
  const changed = newest([app.changedAt, app.createdAt]);
  if (changed === undefined) return undefined;
  return [failedAt ?? now, now].map((at) => wholeMinutes(changed, at)).find((ago) => ago >= 0 && ago <= spreadMinutes);
};

export default cause({
  id,
  gate: 'propagated',
  blocks: true,
  transient: ['just-changed'],
  flows: appFlows,
  sources: ['oauth-errors'],
  clues: [
    clue(
      'just-changed',
      ['keyProbe', 'app', 'appOauth', 'integration', 'failedAt', 'now', 'loginHost', 'organization'],
      (facts) => {
        const { keyProbe, app, appOauth, integration, failedAt, now } = facts;
        const minutes = app === undefined ? undefined : minutesSinceChange(app, failedAt, now);
        if (app === undefined || minutes === undefined || keyProbe.answer !== 'unknown') return undefined;
        // Where no key was given, it was the app's own that the host was asked about.
        const real = appOauth?.consumerKey;
        const isOwnKey = real !== undefined && (integration.consumerKey ?? real) === real;
        // A host of other orgs never knew the key.
        return isOwnKey && isHostOf(facts) === true
          ? proves({ app: app.name, minutes, host: keyProbe.host })
          : undefined;
      },
    ),
    clue('changed-lately', ['app', 'failedAt', 'now', 'refusals'], ({ app, failedAt, now, refusals }) => {
      const minutes = app === undefined ? undefined : minutesSinceChange(app, failedAt, now);
      if (app === undefined || minutes === undefined || !isNamed(refusals, id)) return undefined;
      return suggests({ app: app.name, minutes });
    }),
    clue('no-such-app', ['keyProbe', 'app', 'integration', 'loginHost', 'organization'], (facts) => {
      const { keyProbe, app, integration } = facts;
      if (app !== undefined || integration.app === undefined || keyProbe.answer !== 'unknown') return undefined;
      const values = { app: integration.app, host: keyProbe.host };
      // Looked up by the key that may itself be the wrong one: then it may as well be that.
      return integration.app === integration.consumerKey || isHostOf(facts) !== true
        ? suggests(values)
        : proves(values);
    }),
    clue('other-key', ['appOauth', 'integration'], ({ appOauth, integration: { consumerKey } }) => {
      const real = appOauth?.consumerKey;
      return real !== undefined && consumerKey !== undefined && real !== consumerKey ? rulesOut() : undefined;
    }),
    clue('key-known', ['keyProbe', 'refusals'], ({ keyProbe, refusals }) =>
      keyProbe.answer === 'known' && !isNamed(refusals, id) ? rulesOut({ host: keyProbe.host }) : undefined,
    ),
    otherOrg(id),
    neitherKnown(id),
  ],
  actions: [
    'deleteApplication',
    'insertApplication',
    'enableOauth',
    'generateOauthStagedCredential',
    'uninstalledpackagingapp',
  ],
  remedies: [
    { id: 'wait', who: 'nobody', effect: 'waits', provedBy: ['just-changed'] },
    {
      id: 'find-app',
      who: 'org-admin',
      effect: 'grants-access',
      provedBy: ['no-such-app'],
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
