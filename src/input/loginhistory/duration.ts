import { dayMs, hourMs, minuteMs, secondMs, Trouble } from '../../model/index.ts';

const units: Readonly<Record<string, number>> = {
  s: secondMs,
  m: minuteMs,
  min: minuteMs,
  h: hourMs,
  d: dayMs,
  w: 7 * dayMs,
};

/** ms of a text such as `24h`, `15m`, `7d`; undefined where it is none. */
export const durationIn = (text: string): number | undefined => {
  const { count, unit = '' } =
    /^(?<count>\d{1,6}(?:\.\d{1,3})?)\s*(?<unit>s|min|m|h|d|w)$/iu.exec(text.trim())?.groups ?? {};
  const ms = Math.round(Number(count) * (units[unit.toLowerCase()] ?? Number.NaN));
  return Number.isNaN(ms) || ms <= 0 ? undefined : ms;
};

/** A length of time in ms. Throws `Trouble('duration-invalid', { flag, text })`. */
export const readDuration = (flag: string, text: string): number => {
  const ms = durationIn(text);
  if (ms === undefined) throw new Trouble('duration-invalid', { flag, text });
  return ms;
};
