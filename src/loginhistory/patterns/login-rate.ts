import type { LoginRate } from '../../model/index.ts';
import { countIn, sharesOf, type Counter } from '../groups/shares.ts';
import { hourMs, period } from '../times.ts';
import type { Activity } from './silence.ts';

/** login() calls of a user in an hour, then blocked for an hour. Source: oauth notes, section 8. */
export const hourlyLimit = 3600;

/** From such a share of the limit on it is told whose logins they are: they may double before anybody looks again. */
const told = hourlyLimit / 2;

/** Logins of one user in one hour of the clock. */
type Hour = { readonly user: string; readonly start: number; rows: number; successes: number };

/** What was counted over more than an hour tells no rate. */
const startOf = ({ first, last }: Activity): number | undefined => {
  const start = Math.floor(first / hourMs) * hourMs;
  return last < start + hourMs ? start : undefined;
};

const hoursOf = (activity: Iterable<Activity>, since: number): ReadonlyMap<string, Hour> => {
  const hours = new Map<string, Hour>();
  for (const one of activity) {
    const start = startOf(one);
    if (one.user === undefined || start === undefined || one.first < since) continue;
    const key = `${start} ${one.user}`;
    const hour = hours.get(key) ?? { user: one.user, start, rows: 0, successes: 0 };
    hours.set(key, hour);
    hour.rows += one.count;
    if (one.success) hour.successes += one.count;
  }
  return hours;
};

/** Each user's fullest hour, where it is full enough. */
const fullest = (hours: Iterable<Hour>): readonly Hour[] => {
  const byUser = new Map<string, Hour>();
  for (const hour of hours) {
    const known = byUser.get(hour.user);
    const isFuller =
      known === undefined || hour.rows > known.rows || (hour.rows === known.rows && hour.start < known.start);
    if (hour.rows >= told && isFuller) byUser.set(hour.user, hour);
  }
  return [...byUser.values()].toSorted((a, b) => b.rows - a.rows || (a.user < b.user ? -1 : 1));
};

const appsIn = (activity: Iterable<Activity>, { user, start }: Hour): Counter => {
  const apps: Counter = new Map();
  for (const one of activity)
    if (one.success && one.user === user && startOf(one) === start) countIn(apps, one.application, one.count);
  return apps;
};

/** Users whose logins, those that went well included, come near what Salesforce allows in an hour; and by which apps. From `since` on (epoch ms). */
export const findRates = (
  activity: Iterable<Activity>,
  since: number,
  nameOf: (user: string) => string,
): readonly LoginRate[] =>
  fullest(hoursOf(activity, since).values()).map((hour) => ({
    user: nameOf(hour.user),
    window: period(hour.start, hour.start + hourMs),
    rows: hour.rows,
    successes: hour.successes,
    apps: sharesOf(appsIn(activity, hour)),
    limit: hourlyLimit,
    state: hour.rows >= hourlyLimit ? 'reached' : 'near',
  }));
