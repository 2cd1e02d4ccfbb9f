import { dayMs, Trouble } from '../model/index.ts';

const shape =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?$/iu;

const zoneOf = (zone: string | undefined): string => {
  if (zone === undefined || /^(?:Z|UTC)$/iu.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
};

/** Clocks differ; a day ahead is a slip of the pen. */
const aheadMs = dayMs;

/**
 * The time of a failure as a person writes it, in UTC, ISO 8601. Without a zone it is UTC; a day alone is its first minute.
 * Throws `Trouble` where it is no time, or lies in the future (`now`: ms).
 */
export const readTime = (given: string, now: number): string => {
  const { day, hour = '00', minute = '00', second = '00', zone } = shape.exec(given.trim())?.groups ?? {};
  const ms = Date.parse(`${day ?? ''}T${hour}:${minute}:${second}${zoneOf(zone)}`);
  // The 30th of February is read as a day in March: only what comes back the same is a date.
  const midnight = Date.parse(`${day ?? ''}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day ?? '-');
  if (Number.isNaN(ms) || !isDay) throw new Trouble('time-invalid', { time: given });
  if (ms > now + aheadMs) throw new Trouble('time-ahead', { time: given });
  return new Date(ms).toISOString();
};
