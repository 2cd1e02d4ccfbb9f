import { foreshadows, foretells } from '../model/index.ts';
import type { Sign, Values } from '../model/index.ts';
import { dayOf, onCalendar } from './calendar.ts';
import type { CalendarId, DatedId } from './calendar.ts';
import { span } from './times.ts';

/** Whether its day has come. A season has no day: of it nobody can say so. */
export const hasCome = (id: DatedId, now: string): boolean => span(now, dayOf(id)) <= 0;

/**
 * What an entry of the calendar says of a login that works at `now`: that it will stop on that day, or that it may, where the
 * entry is uncertain or names a season only. A season is told until the year that it is named after is over. Undefined: the day
 * has come, and what that means today the cause must know.
 */
export const aheadAt = (id: CalendarId, now: string, values: Values = {}): Sign | undefined => {
  const { when, known } = onCalendar(id);
  if (when.on === undefined) {
    const { season, year } = when;
    return new Date(now).getUTCFullYear() > year ? undefined : foreshadows({ season }, { ...values, season });
  }
  const { on } = when;
  if (span(now, on) <= 0) return undefined;
  return known === 'uncertain' ? foreshadows({ on }, { ...values, on }) : foretells(on, { ...values, on });
};
