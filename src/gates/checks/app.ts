import type { AppState, Facts } from '../../model/index.ts';
import { nearNames } from '../apps/near.ts';
import { isElsewhere, isOnlyAuthorised, uninstalledReading } from '../apps/presence.ts';
import { check, closed, notSeen, open, unseen, type Reading } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';

type Absent = Pick<Facts, 'integration'> & Partial<Pick<Facts, 'app' | 'appTokens' | 'appNames' | 'keyProbe'>>;

/** Looked for by its key, an app may be another org's: only the login host would know. */
const isByKey = ({ app, consumerKey }: Facts['integration']): boolean => app === undefined || app === consumerKey;

const nowhere = (facts: Absent): Reading => {
  const { integration, appNames = [], keyProbe, appTokens } = facts;
  const app = integration.app ?? integration.consumerKey ?? '';
  if (keyProbe?.answer !== 'unknown') {
    if (isByKey(integration)) return notSeen('key-not-here', {}, { facts: ['keyProbe'] });
    if (appTokens === undefined) return unseen('appTokens');
  }
  const near = nearNames(app, appNames);
  // A key may be on its way to the host; a name does not become right by waiting.
  const more = isByKey(integration) ? {} : { lasting: true };
  return near.length === 0
    ? closed('app-not-found-or-propagating', 'nowhere', { app }, more)
    : closed('app-not-found-or-propagating', 'near', { app, names: near.map((name) => `"${name}"`).join(', ') }, more);
};

const exists = check('exists', { needs: ['app'], also: ['appTokens', 'appNames', 'keyProbe'] }, (facts) => {
  const { app } = facts;
  if (app !== undefined) return open(app.kind, { app: app.name, id: app.id });
  if (isOnlyAuthorised(facts)) return open('only-authorised', { count: facts.appTokens?.total ?? 0 });
  return isElsewhere(facts) ? open('elsewhere', { host: facts.keyProbe?.host ?? '' }) : nowhere(facts);
});

const installed = check(
  'installed',
  { needs: ['app'], also: ['appTokens', 'keyProbe', 'approveUninstalled', 'grants'] },
  uninstalledReading,
);

/** Enough of a key to tell two apart at a glance. */
const short = (key: string): string => (key.length <= 16 ? key : `${key.slice(0, 8)}…${key.slice(-6)}`);

const key = check('key', { needs: ['app'], also: ['appOauth', 'keyProbe'] }, (facts) => {
  const given = facts.integration.consumerKey;
  if (given === undefined || facts.app === undefined) return undefined;
  const real = facts.appOauth?.consumerKey;
  if (real !== undefined) {
    return real === given
      ? open('same', { key: short(given) })
      : closed('app-wrong-consumer-key', 'other', { given: short(given), real: short(real) });
  }
  const { keyProbe } = facts;
  return keyProbe?.answer === 'known' ? open('known-to-host', { host: keyProbe.host }) : unseen('appOauth');
});

const later = (a: string | undefined, b: string | undefined): boolean => a !== undefined && (b === undefined || a > b);

/** When the app was last seen to be let in: made, or used. */
const lastAlive = ({ app, loginRows, appTokens }: Partial<Pick<Facts, 'app' | 'loginRows' | 'appTokens'>>) =>
  [
    {
      how: 'used',
      at: loginRows?.find((row) => row.success && row.application?.toLowerCase() === app?.name.toLowerCase())?.at,
    },
    { how: 'used', at: appTokens?.lastUsedAt },
    { how: 'made', at: app?.createdAt },
  ]
    .filter((one): one is { how: string; at: string } => one.at !== undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];

/** Of connected apps only the Setup Audit Trail tells: whoever was alive within it, and not blocked since, is not blocked. */
const connectedBlocked = (
  { blockedAt, unblockedAt, trailFrom }: AppState,
  facts: Parameters<typeof lastAlive>[0],
): Reading => {
  const alive = lastAlive(facts);
  if (later(blockedAt, unblockedAt)) {
    return alive?.how === 'used' && later(alive.at, blockedAt)
      ? open('used-since', { at: alive.at })
      : closed('app-blocked-or-uninstalled', 'blocked', { at: blockedAt ?? '' });
  }
  if (unblockedAt !== undefined) return open('unblocked', { at: unblockedAt });
  if (trailFrom !== undefined && alive !== undefined && alive.at >= trailFrom) return open(alive.how, { at: alive.at });
  const untold = (['loginRows', 'appTokens'] as const).filter((name) => facts[name] === undefined);
  return untold.length > 0 ? notSeen('use-not-seen', {}, { facts: untold }) : notSeen('not-told');
};

const blocked = check('blocked', { needs: ['appState', 'app'], also: ['loginRows', 'appTokens'] }, (facts) => {
  const { app, appState } = facts;
  if (app === undefined && !isOnlyAuthorised(facts)) return undefined;
  if (appState.enabled !== undefined)
    return appState.enabled ? open('enabled') : closed('app-blocked-or-uninstalled', 'disabled');
  return connectedBlocked(appState, facts);
});

/** Does the app exist, is it installed, is it switched off? */
export const app: GateRule = {
  id: 'app',
  flows: appFlows,
  needsFlow: false,
  checks: [exists, key, installed, blocked],
};
