import { foreshadows, foretells } from '../model/index.ts';
import type { Sign, Values } from '../model/index.ts';
import { dayOf, lastWeekendOf, onCalendar } from './calendar/index.ts';
import type { CalendarId, DatedId } from './calendar/index.ts';
import { span } from './times.ts';

/** Whether its day has come. Of a season see `inForceSince`. */
export const hasCome = (id: DatedId, now: string): boolean => span(now, dayOf(id)) <= 0;

/**
 * Since when an entry holds for every org (UTC, ISO 8601): its day, or the last weekend on which its release came to production.
 * Undefined: not yet, or a release of which no weekend is known.
 */
export const inForceSince = (id: CalendarId, now: string): string | undefined => {
  const { when } = onCalendar(id);
  const since = when.on === undefined ? lastWeekendOf(when.season) : (when.until ?? when.on);
  return since !== undefined && span(now, since) <= 0 ? since : undefined;
};

/** Whether a season is still to come, at least to some orgs. Where no weekend is known: until the year that it is named after is over. */
const isAhead = (season: string, year: number, now: string): boolean => {
  const last = lastWeekendOf(season);
  return last === undefined ? new Date(now).getUTCFullYear() <= year : span(now, last) > 0;
};

/**
 * What an entry of the calendar says of a login that works at `now`: that it will stop on that day, or that it may, where the
 * entry is uncertain or names a season only. Undefined: the day has come, and what that means today the cause must know.
 */
export const aheadAt = (id: CalendarId, now: string, values: Values = {}): Sign | undefined => {
  const { when, known } = onCalendar(id);
  if (when.on === undefined) {
    const { season, year } = when;
    return isAhead(season, year, now) ? foreshadows({ season }, { ...values, season }) : undefined;
  }
  const { on } = when;
  if (span(now, on) <= 0) return undefined;
  return known === 'uncertain' ? foreshadows({ on }, { ...values, on }) : foretells(on, { ...values, on });
};
