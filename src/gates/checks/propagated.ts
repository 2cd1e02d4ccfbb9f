import { newest, wholeDays, wholeMinutes } from '../../clues/times.ts';
import type { Facts, KeyProbe } from '../../model/index.ts';
import { loginHost } from './login-host.ts';
import { check, closed, notSeen, open, type Reading } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';

/** Salesforce says up to 10 minutes; others saw more. Within this time every verdict on an app is provisional. */
const spreadMinutes = 30;

const cause = 'app-not-found-or-propagating';

/** Then it is the key that is wrong, and another gate says so. */
const hasOtherKey = ({
  integration,
  appOauth,
}: Pick<Facts, 'integration'> & Partial<Pick<Facts, 'appOauth'>>): boolean =>
  integration.consumerKey !== undefined &&
  appOauth?.consumerKey !== undefined &&
  integration.consumerKey !== appOauth.consumerKey;

/** The host does not know a key that this org lists: for a while after a change that is how spreading looks. */
const refusedBy = (host: string, minutes: number | undefined): Reading =>
  minutes !== undefined && minutes <= spreadMinutes
    ? closed(cause, 'spreading', { minutes, host }, { transient: true })
    : closed(cause, 'host-does-not-know', { host }, minutes === undefined ? {} : { lasting: true });

const lately = (minutes: number, keyProbe: KeyProbe | undefined): Reading =>
  keyProbe?.answer === 'known'
    ? open('fresh-known', { minutes, host: keyProbe.host }, { note: true })
    : notSeen('fresh', { minutes }, keyProbe === undefined ? { facts: ['keyProbe'] } : {});

const changed = check('changed', { needs: ['app'], also: ['keyProbe', 'appOauth'] }, (facts) => {
  const { app, now } = facts;
  if (app === undefined) return undefined;
  const at = newest([app.changedAt, app.createdAt]);
  const minutes = at === undefined ? undefined : wholeMinutes(at, now);
  const { keyProbe } = facts;
  if (keyProbe?.answer === 'unknown' && !hasOtherKey(facts)) return refusedBy(keyProbe.host, minutes);
  if (at === undefined || minutes === undefined)
    return keyProbe?.answer === 'known' ? open('known', { host: keyProbe.host }) : notSeen('undated');
  return minutes > spreadMinutes ? open('long-ago', { at, days: wholeDays(at, now) }) : lately(minutes, keyProbe);
});

/** Has the last change of the app reached the login hosts? */
export const propagated: GateRule = {
  id: 'propagated',
  flows: appFlows,
  needsFlow: false,
  checks: [loginHost, changed],
};
