import { isDay, span } from '../time.ts';

/** Who reads a screen. Times: UTC, ISO 8601. */
export type Reader = {
  readonly now: string;
  /** When that was seen which is told, where it was not now. */
  readonly asOf?: string;
};

export const dayOf = (iso: string): string => iso.slice(0, 10);

const iso = (text: string): string | undefined => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};

const moment = (time: string, { now }: Reader): string => {
  const clock = `${time.slice(11, 16)} UTC`;
  return dayOf(time) === dayOf(now) ? clock : `${dayOf(time)} ${clock}`;
};

/** `02:14 UTC` today, `2026-11-20 02:14 UTC` on another day, `2027-02-20` where a day is meant. Whatever is no time stays. */
export const at = (text: string, reader: Reader): string => {
  const time = iso(text);
  if (time === undefined) return text;
  return isDay(time) ? dayOf(time) : moment(time, reader);
};

/** From one moment to another: the day once where it is the same, and one moment where it is the same minute. */
export const fromTo = ({ from, to }: { readonly from: string; readonly to: string }, reader: Reader): string => {
  const [start, end] = [moment(from, reader), moment(to, reader)];
  if (start === end) return start;
  return dayOf(from) === dayOf(to) ? `${start.replace(' UTC', '')} to ${end.slice(-9)}` : `${start} to ${end}`;
};

/** How long one moment lies before another: `2 h`; undefined where it does not. */
export const before = (one: string, other: string | undefined): string | undefined => {
  const ms = other === undefined ? Number.NaN : Date.parse(other) - Date.parse(one);
  return ms > 0 ? span(ms) : undefined;
};

/** A sentence with every time in it as a person says it: something ends on a day, and at an hour. */
export const inWords = (text: string, reader: Reader): string =>
  text.replaceAll(
    /\b(on )?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)/gu,
    (_whole, on: string | undefined, time: string) => {
      const said = at(time, reader);
      return on === undefined ? said : `${/^\d{2}:/u.test(said) ? 'at' : 'on'} ${said}`;
    },
  );
