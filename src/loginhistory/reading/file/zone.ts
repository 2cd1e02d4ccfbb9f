import { dayMs, hourMs, minuteMs } from '../../../model/index.ts';

const quarterHour = 15 * minuteMs;

const formats = new Map<string, Intl.DateTimeFormat>();

const kept = (key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat => {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
};

const clockOf = (zone: string): Intl.DateTimeFormat =>
  kept(
    zone,
    () =>
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
  );

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. */
const offsetAt = (zone: string, at: number): number => {
  const whole = Math.floor(at / quarterHour) * quarterHour;
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
};

const steady = new Map<string, number | undefined>();

/** The offset of a zone from the day before to the day after, undefined where clocks are changed in these days. */
const steadyOffset = (zone: string, wall: number): number | undefined => {
  const day = Math.floor(wall / dayMs);
  const key = `${zone} ${day}`;
  if (steady.has(key)) return steady.get(key);
  const before = offsetAt(zone, (day - 1) * dayMs);
  const offset = before === offsetAt(zone, (day + 2) * dayMs) ? before : undefined;
  if (steady.size > 10_000) steady.clear();
  steady.set(key, offset);
  return offset;
};

/** Zones of RFC 5322, the only abbreviations that a standard defines. Hours. */
const abbreviations: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const fixedOffset = (zone: string): number | undefined => {
  const hours = abbreviations[zone.toUpperCase()];
  if (hours !== undefined) return hours * hourMs;
  const {
    sign,
    hour,
    minute = '0',
  } = /^(?:UTC|GMT)?(?<sign>[+-])(?<hour>\d{1,2})(?::?(?<minute>\d\d))?$/iu.exec(zone)?.groups ?? {};
  if (hour === undefined) return undefined;
  const ms = Number(hour) * hourMs + Number(minute) * minuteMs;
  return sign === '-' ? -ms : ms;
};

/** What a zone calls itself at an instant: `CET` in British English, `GMT+1` in American. */
const isNameAt = (text: string, zone: string, at: number): boolean =>
  ['en-US', 'en-GB', 'en-AU', 'en-IN'].some((locale) =>
    kept(`${locale} ${zone}`, () => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }))
      .formatToParts(at)
      .some(({ type, value }) => type === 'timeZoneName' && value.toUpperCase() === text.toUpperCase()),
  );

/**
 * The instant at which the clocks of a zone show `wall` (ms, as if it were UTC). A time that comes twice when clocks go back
 * is the earlier one; a time that clocks leave out when they go forward is moved by as much.
 */
const instantOf = (wall: number, zone: string): number => {
  const offset = steadyOffset(zone, wall);
  if (offset !== undefined) return wall - offset;
  const [before, after] = [offsetAt(zone, wall - dayMs), offsetAt(zone, wall + dayMs)];
  const earlier = wall - Math.max(before, after);
  if (earlier + offsetAt(zone, earlier) === wall) return earlier;
  const later = wall - Math.min(before, after);
  return later + offsetAt(zone, later) === wall ? later : wall - before;
};

/**
 * UTC ms of a time on the wall. `written`: the zone that stands with the time; without one the viewer's zone counts.
 * Undefined where the written zone is not known.
 */
export const placed = (wall: number, written: string | undefined, zone: string): number | undefined => {
  if (written === undefined) return instantOf(wall, zone);
  const offset = fixedOffset(written);
  if (offset !== undefined) return wall - offset;
  const at = instantOf(wall, zone);
  return isNameAt(written, zone, at) ? at : undefined;
};

/** Whether a name is a zone of the IANA database, such as `Europe/Berlin`. */
export const isZone = (name: string): boolean => {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
};
