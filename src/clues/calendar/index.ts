import { entries } from './entries.ts';
import type { Entry } from './entries.ts';

export { lastWeekendOf, weekendsOf } from './upgrades.ts';

export type CalendarId = (typeof entries)[number]['id'];

/** Ids of what has a day. */
export type DatedId = Extract<(typeof entries)[number], { readonly when: { readonly on: string } }>['id'];

export type CalendarEntry = Entry & { readonly id: CalendarId };

export const calendar: readonly CalendarEntry[] = entries;

const byId = new Map<CalendarId, CalendarEntry>(calendar.map((entry) => [entry.id, entry]));

/** When an entry comes, and how well that is known. Throws where there is no such entry, which the type of the id forbids. */
export const onCalendar = (id: CalendarId): Pick<CalendarEntry, 'when' | 'known'> => {
  const entry = byId.get(id);
  if (entry === undefined) throw new Error(`The calendar has no "${id}".`);
  return entry;
};

const days = new Map(calendar.flatMap(({ id, when }) => (when.on === undefined ? [] : [[id, when.on] as const])));

/** The day on which it begins: UTC, ISO 8601. Throws where there is none, which the type of the id forbids. */
export const dayOf = (id: DatedId): string => {
  const day = days.get(id);
  if (day === undefined) throw new Error(`The calendar has no day for "${id}".`);
  return day;
};
