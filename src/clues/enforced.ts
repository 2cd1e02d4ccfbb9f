import type { Enforcement, Sign } from '../model/index.ts';
import { calendar, onCalendar, weekendsOf } from './calendar/index.ts';
import type { CalendarId } from './calendar/index.ts';
import { dayMs, hourMs, span } from './times.ts';

/** A day is over everywhere on Earth so long after it began in UTC. */
const dayEndsMs = dayMs + 12 * hourMs;

/** Releases come from Friday night to Sunday. */
const weekendEndsMs = dayEndsMs + dayMs;

/** A weekly job: the day on which it changed lies somewhere between the last login that went well and the first that did not. */
const mostApartMs = 8 * dayMs;

/** A sign of what stands only since Salesforce brought it about. */
export const enforcedBy = (entry: CalendarId, sign: Sign): Sign =>
  sign.kind === 'proves' || sign.kind === 'suggests' ? { ...sign, enforced: entry } : sign;

/** The entry of the calendar that a sign names. */
const entryOf = (sign: Sign): CalendarId | undefined =>
  'enforced' in sign ? calendar.find(({ id }) => id === sign.enforced)?.id : undefined;

/** A time in which it came to some orgs: UTC, ISO 8601, and for how long. */
type Coming = { readonly from: string; readonly ms: number };

const comingsOf = (entry: CalendarId, isSandbox: boolean): readonly Coming[] => {
  const { when } = onCalendar(entry);
  if (when.on === undefined) return weekendsOf(when.season, isSandbox).map((from) => ({ from, ms: weekendEndsMs }));
  const { on, until = on, orgs } = when;
  if (orgs !== undefined && (orgs === 'sandbox') !== isSandbox) return [];
  return [{ from: on, ms: span(on, until) + dayEndsMs }];
};

/** Between which logins it stopped: UTC, ISO 8601. */
export type Turn = { readonly lastSuccess: string; readonly firstFailure: string };

/** When Salesforce brought it about, where the login stopped just then. */
export const enforcementIn = (
  sign: Sign,
  { lastSuccess, firstFailure }: Turn,
  isSandbox: boolean,
): Enforcement | undefined => {
  const entry = entryOf(sign);
  if (entry === undefined) return undefined;
  const coming = comingsOf(entry, isSandbox).find(
    ({ from, ms }) => span(from, firstFailure) >= 0 && span(from, lastSuccess) < ms,
  );
  if (coming === undefined) return undefined;
  // What a sign dates itself needs no login just before it.
  const isDated = 'since' in sign && sign.since === coming.from;
  if (!isDated && span(lastSuccess, firstFailure) > mostApartMs) return undefined;
  const { when } = onCalendar(entry);
  return { entry, on: coming.from, ...(when.on === undefined ? { season: when.season } : {}) };
};

/** The first moment of the time in which it came, where that is now. */
export const comesAt = (entry: CalendarId, moment: string, isSandbox: boolean): string | undefined =>
  comingsOf(entry, isSandbox).find(({ from, ms }) => span(from, moment) >= 0 && span(from, moment) < ms)?.from;
