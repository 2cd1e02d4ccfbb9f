/** A calendar day. `month` counts from 1. */
export type Day = { year: number; month: number; day: number };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

const measure = (zone: string, at: number): number => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
};

const quarterHour = 15 * 60 * 1000;
const measured = new Map<string, Map<number, number>>();

/** How far the wall clock of a zone is ahead of UTC at an instant, in ms. Clocks change on the quarter hour, so one measure each will do. */
export const offsetAt = (zone: string, at: number): number => {
  const known = measured.get(zone) ?? new Map<number, number>();
  measured.set(zone, known);
  const quarter = Math.floor(at / quarterHour);
  const offset = known.get(quarter) ?? measure(zone, quarter * quarterHour);
  known.set(quarter, offset);
  return offset;
};

export const dayIn = (zone: string, at: number): Day => {
  const wall = new Date(at + offsetAt(zone, at));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
};

/** A day with months and days outside their range, such as day 0, brought to the calendar. */
export const calendarDay = (year: number, month: number, day: number): Day => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** 0 = Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The instant at which a day starts in a zone. */
export const startOfDay = (zone: string, { year, month, day }: Day): number => {
  const wall = Date.UTC(year, month - 1, day);
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
};

export const dayText = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
