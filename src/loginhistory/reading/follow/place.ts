import { isoOf, secondMs, shortId } from '../../../model/index.ts';
import type { HistoryRow } from '../org/rows-for.ts';

/** Where one stands in following. Plain data: it can be saved and taken up again, on another machine or with another clock. */
export type FollowCursor = {
  readonly version: 1;
  /** Rows before are settled: they are not looked at again. UTC, ISO 8601. */
  readonly from: string;
  /** Time of the newest row that was seen. UTC, ISO 8601. */
  readonly newest: string;
  /** Rows from `from` on that were seen: id, and time in ms. */
  readonly seen: ReadonlyArray<readonly [id: string, at: number]>;
};

/** As much as is remembered; with more rows, less time. */
const mostSeen = 50_000;

/** Rows of the last moments are read every time; older ones only where their number tells that one came late. */
const recentMs = 120_000;

/** Settled time may run faster than the clock, so that it catches up after a pause. Not by much: the org's clock may be ahead. */
const pace = 1.25;

/**
 * Which rows were seen. It knows no clock but the one by which the org stamps its rows, and that one may step: rows count as
 * late up to `overlapMs` behind the newest, and what is settled advances only as time is spent waiting.
 */
export class Place {
  public from: number;
  public newest: number;

  private readonly overlapMs: number;
  private readonly seen: Map<string, number>;

  public constructor(cursor: FollowCursor, overlapMs: number) {
    this.overlapMs = overlapMs;
    this.from = Date.parse(cursor.from);
    this.newest = Date.parse(cursor.newest);
    this.seen = new Map(cursor.seen);
  }

  /** From here on rows are read every time. */
  public get recent(): number {
    return Math.max(this.from, Math.floor((this.newest - recentMs) / secondMs) * secondMs);
  }

  /** How many rows were seen that are older than the recent ones. */
  public get older(): number {
    const { recent } = this;
    let older = 0;
    for (const at of this.seen.values()) if (at < recent) older += 1;
    return older;
  }

  /** Those of the rows that are new, oldest first. From now on they are seen. */
  public take(rows: readonly HistoryRow[]): readonly HistoryRow[] {
    const fresh: HistoryRow[] = [];
    for (const row of rows) {
      const at = Date.parse(row.at);
      const id = shortId(row.id);
      if (at < this.from || this.seen.has(id)) continue;
      this.seen.set(id, at);
      this.newest = Math.max(this.newest, at);
      fresh.push(row);
    }
    if (this.seen.size > mostSeen) this.forget();
    return fresh.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  }

  /** `waited`: ms since the last time. */
  public advance(waited: number): void {
    this.settle(Math.min(this.newest - this.overlapMs, this.from + waited * pace));
  }

  public cursor(): FollowCursor {
    return {
      version: 1,
      from: isoOf(this.from),
      newest: isoOf(this.newest),
      seen: [...this.seen],
    };
  }

  /** The older half of what is remembered is settled. All rows of a second go together. */
  private forget(): void {
    const times = [...this.seen.values()].toSorted((a, b) => a - b);
    this.settle((times[Math.floor(times.length / 2)] ?? this.from) + secondMs);
  }

  private settle(until: number): void {
    const from = Math.floor(until / secondMs) * secondMs;
    if (from <= this.from) return;
    this.from = from;
    for (const [id, at] of this.seen) if (at < from) this.seen.delete(id);
  }
}
