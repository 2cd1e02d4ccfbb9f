import { Interner } from './interner.ts';

const colon = 0x3a;
const dot = 0x2e;
const space = 0x20;
const zero = 0x30;

const hourMs = 3_600_000;

/** Different times of day and date that are remembered. A year has 8,784 hours. */
const mostHours = 200_000;

/** No date and time is longer. */
const longest = 64;

const digit = (bytes: Uint8Array, at: number): number => {
  const value = (bytes[at] ?? 0) - 0x30;
  return value >= 0 && value <= 9 ? value : -1000;
};

/** Two digits below 60; negative where they are something else. */
const sixty = (bytes: Uint8Array, at: number, end: number): number => {
  if (at + 2 > end) return -1;
  const value = digit(bytes, at) * 10 + digit(bytes, at + 1);
  return value < 60 ? value : -1;
};

/** Minutes stand after the first colon; without one after the first dot behind a space (`23.11.2026 12.01`). */
const minutesBehind = (bytes: Uint8Array, start: number, end: number): number => {
  let afterSpace = -1;
  let spaced = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === colon) return at + 1;
    if (byte === space) spaced = true;
    else if (byte === dot && spaced && afterSpace === -1) afterSpace = at + 1;
  }
  return afterSpace;
};

/**
 * Takes a row's time apart without understanding it: the minutes and seconds are counted, and what stands around them names
 * the hour. So the date is read once an hour, and its order of day and month can be decided when all rows were seen.
 */
export class RowTimes {
  /** ms in the hour of the row read last. */
  public within = 0;
  public readonly hours = new Interner(mostHours);
  /** The first line on which each hour stood. */
  public readonly firstLine: number[] = [0];

  private readonly scratch = new Uint8Array(longest + 2);
  /** Length of the name in `scratch`, and its number. */
  private length = 0;
  private last = 0;

  /** The number of the row's hour; 0 where there is none. */
  public read(bytes: Uint8Array, start: number, end: number, line: number): number {
    if (end - start > longest) return 0;
    const minutes = minutesBehind(bytes, start, end);
    const hour = minutes === -1 ? this.whole(bytes, start, end) : this.around(bytes, start, minutes, end);
    if (hour === this.firstLine.length) this.firstLine.push(line);
    return hour;
  }

  private whole(bytes: Uint8Array, start: number, end: number): number {
    this.within = 0;
    return this.hours.id(bytes, start, end);
  }

  private around(bytes: Uint8Array, start: number, minutes: number, end: number): number {
    const minute = sixty(bytes, minutes, end);
    if (minute < 0) return this.whole(bytes, start, end);
    const mark = bytes[minutes - 1];
    let rest = minutes + 2;
    const second = bytes[rest] === mark ? sixty(bytes, rest + 1, end) : -1;
    if (second >= 0) rest += 3;
    const fraction = second >= 0 ? this.fraction(bytes, rest, end) : 0;
    if (fraction > 0) rest += fraction;
    this.within = minute * 60_000 + Math.max(second, 0) * 1000 + this.thousandths(bytes, rest - fraction, fraction);
    return this.named(bytes, start, minutes, rest, end);
  }

  /** How many bytes a fraction of a second takes, its dot included. */
  private fraction(bytes: Uint8Array, at: number, end: number): number {
    if (at >= end || (bytes[at] !== dot && bytes[at] !== 0x2c)) return 0;
    let after = at + 1;
    while (after < end && digit(bytes, after) >= 0) after += 1;
    return after === at + 1 ? 0 : after - at;
  }

  private thousandths(bytes: Uint8Array, at: number, length: number): number {
    if (length < 4) return 0;
    return digit(bytes, at + 1) * 100 + digit(bytes, at + 2) * 10 + digit(bytes, at + 3);
  }

  /** The hour is named by the text with `00` for its minutes. */
  private named(bytes: Uint8Array, start: number, minutes: number, rest: number, end: number): number {
    if (this.isLast(bytes, start, minutes, rest, end)) return this.last;
    const { scratch } = this;
    let length = 0;
    for (let at = start; at < minutes; at += 1, length += 1) scratch[length] = bytes[at] ?? 0;
    scratch[length] = zero;
    scratch[length + 1] = zero;
    length += 2;
    for (let at = rest; at < end; at += 1, length += 1) scratch[length] = bytes[at] ?? 0;
    this.length = length;
    this.last = this.hours.id(scratch, 0, length);
    return this.last;
  }

  /** Rows follow one another in time: mostly the hour is that of the row before, which still stands in `scratch`. */
  private isLast(bytes: Uint8Array, start: number, minutes: number, rest: number, end: number): boolean {
    const { scratch } = this;
    const before = minutes - start;
    if (this.length !== before + 2 + end - rest || scratch[before] !== zero || scratch[before + 1] !== zero)
      return false;
    let at = before - 1;
    while (at >= 0 && bytes[start + at] === scratch[at]) at -= 1;
    if (at >= 0) return false;
    let behind = rest;
    for (let own = before + 2; behind < end && bytes[behind] === scratch[own]; own += 1) behind += 1;
    return behind === end;
  }
}

/** Numbers the spans of an hour: with `span` = hour only 0. */
export const spanIn = (within: number, span: number): number => (span === hourMs ? 0 : Math.floor(within / span));
