import { readWrittenTime } from './clock-text.ts';
import type { Interner } from './interner.ts';

const hourMs = 3_600_000;

/** Spans of an hour are numbered from 0 to 59; this one stands for a whole day. */
const wholeDay = 63;

const spansInHour = 64;

/** Time in the key of a group: the number of an hour, and of a span in it. */
export const timeKey = (hour: number, span: number): number => hour * spansInHour + span;

export const hourIn = (key: number): number => Math.floor(key / spansInHour);

export const spanInHour = (key: number): number => key % spansInHour;

export const isWholeDay = (key: number): boolean => key % spansInHour === wholeDay;

/** The day of an hour: it is named by the first of its hours that was seen. `shift`: ms from that hour to this one. */
export type DayOfHour = { readonly key: (time: number) => number; readonly shift: (time: number) => number };

/** Dates are compared as they are written, so this can be told before their order is known. */
export const dayOfHour = (hours: Interner): DayOfHour => {
  const firstHours = new Map<string, { readonly id: number; readonly hour: number }>();
  const known: Array<{ readonly id: number; readonly shift: number } | undefined> = [];
  const place = (id: number): { readonly id: number; readonly shift: number } => {
    const time = readWrittenTime(hours.text(id));
    if (time === undefined) return { id, shift: 0 };
    const name = `${time.numbers.join('/')} ${time.zone ?? ''}`;
    const first = firstHours.get(name) ?? { id, hour: time.hour };
    firstHours.set(name, first);
    return { id: first.id, shift: (time.hour - first.hour) * hourMs };
  };
  const of = (time: number): { readonly id: number; readonly shift: number } => {
    const id = hourIn(time);
    return (known[id] ??= place(id));
  };
  return {
    key: (time) => (isWholeDay(time) ? time : timeKey(of(time).id, wholeDay)),
    shift: (time) => (isWholeDay(time) ? 0 : of(time).shift),
  };
};
