import type { Dimension } from '../tally/group.ts';
import type { DayOfHour } from './day-of-hour.ts';

/** Where a dimension stands in a key; `hour` is the span of time. */
export const keyAt = {
  status: 0,
  application: 1,
  loginType: 2,
  loginSubType: 3,
  user: 4,
  sourceIp: 5,
  countryIso: 6,
  hour: 7,
} as const satisfies Record<Dimension | 'hour', number>;

const width = 8;

type Left = {
  readonly of: 'successes' | 'failures';
  readonly dimensions: readonly Dimension[];
  /** Counted by day from here on, not by hour. */
  readonly byDay?: true;
};

/** What is left out, step by step, where there are too many groups: what has the most values, of what matters least. */
const steps: readonly Left[] = [
  { of: 'successes', dimensions: [], byDay: true },
  { of: 'successes', dimensions: ['sourceIp', 'countryIso'] },
  { of: 'successes', dimensions: ['user', 'loginSubType'] },
  { of: 'failures', dimensions: ['sourceIp', 'countryIso'] },
  { of: 'failures', dimensions: ['user', 'loginSubType'] },
];

/** The old buffer is gone at once: it does not wait for the garbage collector beside the new one. */
const grown = (old: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  new Int32Array(old.buffer.transfer(length * old.BYTES_PER_ELEMENT));

const hashOf = (key: Int32Array): number => {
  let hash = 0;
  for (let at = 0; at < width; at += 1) {
    hash = Math.imul(hash ^ (key[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};

/** Whether a status, by its number, stands for a success. */
export type IsSuccess = (status: number) => boolean;

/** Rows counted by a key of eight numbers, in flat arrays: a group takes 60 bytes. */
export class GroupTable {
  /** The key of the row that is counted next. */
  public readonly key = new Int32Array(width);
  public size = 0;

  private readonly most: number;
  private readonly isSuccess: IsSuccess;
  private readonly days: DayOfHour;
  private keys = new Int32Array(1024 * width);
  private counts = new Int32Array(1024);
  private firsts = new Int32Array(1024);
  private lasts = new Int32Array(1024);
  private hashes = new Int32Array(1024);
  private slots = new Int32Array(2048);
  /** How many of the steps were taken, and what of a key they leave (1) or drop (0). */
  private taken = 0;
  private readonly kept = { successes: new Int32Array(width).fill(1), failures: new Int32Array(width).fill(1) };

  /** `most`: groups, before they are made coarser. */
  public constructor(most: number, isSuccess: IsSuccess, days: DayOfHour) {
    this.most = most;
    this.isSuccess = isSuccess;
    this.days = days;
  }

  /** Called before the groups become coarser for the first time. */
  public onCoarser: () => void = () => undefined;

  /** What was left out, of all rows that succeeded or of all that failed. */
  public get left(): readonly Left[] {
    return steps.slice(0, this.taken);
  }

  public get isCoarser(): boolean {
    return this.taken > 0;
  }

  /** Counts a row of `key` at `within` ms of its hour. False where there is no room for its group, however coarse. */
  public count(within: number, rows = 1): boolean {
    let shifted = this.taken > 0 ? within + this.drop() : within;
    let group = this.find();
    if (group === undefined && this.size >= this.most) {
      while (this.size >= this.most && this.taken < steps.length) this.coarsen();
      shifted += this.drop();
      group = this.find();
    }
    group ??= this.size < this.most * 2 ? this.add() : undefined;
    if (group === undefined) return false;
    this.put(group, rows, shifted, shifted);
    return true;
  }

  public keyOf(group: number, part: keyof typeof keyAt): number {
    return this.keys[group * width + keyAt[part]] ?? 0;
  }

  public countOf(group: number): number {
    return this.counts[group] ?? 0;
  }

  /** ms from the start of the hour that names the span. */
  public firstOf(group: number): number {
    return this.firsts[group] ?? 0;
  }

  public lastOf(group: number): number {
    return this.lasts[group] ?? 0;
  }

  private find(): number | undefined {
    const hash = hashOf(this.key);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const group = (this.slots[slot] ?? 0) - 1;
      if (group === -1) return undefined;
      if (this.hashes[group] === hash && this.stands(group)) return group;
    }
  }

  private stands(group: number): boolean {
    const { key, keys } = this;
    for (let at = 0, own = group * width; at < width; at += 1, own += 1) if (key[at] !== keys[own]) return false;
    return true;
  }

  private put(group: number, rows: number, first: number, last: number): void {
    this.counts[group] = (this.counts[group] ?? 0) + rows;
    if (first < (this.firsts[group] ?? 0)) this.firsts[group] = first;
    if (last > (this.lasts[group] ?? 0)) this.lasts[group] = last;
  }

  /** Drops from the key what was left out. Gives the ms by which the row's time must be shifted to stand in its coarser span. */
  private drop(): number {
    const { key } = this;
    const success = this.isSuccess(key[keyAt.status] ?? 0);
    const kept = success ? this.kept.successes : this.kept.failures;
    for (let at = 0; at < width; at += 1) key[at] = (key[at] ?? 0) * (kept[at] ?? 1);
    if (!success) return 0;
    const time = key[keyAt.hour] ?? 0;
    key[keyAt.hour] = this.days.key(time);
    return this.days.shift(time);
  }

  /**
   * Takes the next step: what was counted so far is counted anew, without what is left out. In place: the groups only become
   * fewer, so a group is written where one stood that was read already.
   */
  private coarsen(): void {
    const step = steps[this.taken];
    if (step === undefined) return;
    if (this.taken === 0) this.onCoarser();
    this.taken += 1;
    for (const dimension of step.dimensions) this.kept[step.of][keyAt[dimension]] = 0;
    const { keys, counts, firsts, lasts, size } = this;
    const key = this.key.slice();
    this.size = 0;
    this.slots.fill(0);
    for (let group = 0; group < size; group += 1) {
      this.key.set(keys.subarray(group * width, (group + 1) * width));
      const shift = this.drop();
      const [rows, first, last] = [counts[group] ?? 0, firsts[group] ?? 0, lasts[group] ?? 0];
      this.put(this.find() ?? this.add(), rows, first + shift, last + shift);
    }
    this.key.set(key);
  }

  private add(): number {
    if (this.size === this.counts.length) this.grow();
    const group = this.size;
    this.size += 1;
    this.keys.set(this.key, group * width);
    this.counts[group] = 0;
    this.hashes[group] = hashOf(this.key);
    this.firsts[group] = 0x7fffffff;
    this.lasts[group] = -0x80000000;
    this.seat(group);
    return group;
  }

  private seat(group: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[group] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = group + 1;
  }

  private grow(): void {
    const length = this.counts.length * 2;
    this.keys = grown(this.keys, length * width);
    this.counts = grown(this.counts, length);
    this.firsts = grown(this.firsts, length);
    this.lasts = grown(this.lasts, length);
    this.hashes = grown(this.hashes, length);
    this.slots = new Int32Array(length * 2);
    for (let group = 0; group < this.size; group += 1) this.seat(group);
  }
}
