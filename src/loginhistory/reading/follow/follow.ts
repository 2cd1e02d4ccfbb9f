import { defined, isoOf } from '../../../model/index.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { askThrough } from '../../../evidence/org-ask.ts';
import { nextPage, records, rowOf, whole } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgAnswer, OrgPort, OrgRefusal, OrgRequest } from '../../../evidence/org-wire.ts';
import { askOne, beside } from '../../../evidence/waves.ts';
import { conditionOf, type CountRequest } from '../org/count-logins.ts';
import type { LoginHistory, OpenHistory } from '../org/history.ts';
import { readHistoryRow, rowColumns, type HistoryRow } from '../org/rows-for.ts';
import { Place, type FollowCursor } from './place.ts';

export type FollowOptions = Pick<CountRequest, 'users' | 'loginTypes'> & {
  /** Where an earlier following ended. */
  readonly cursor?: FollowCursor | undefined;
  /** Without a cursor: the time (ms) from which on rows are new. Absent: whatever comes after the org's newest row. */
  readonly since?: number | undefined;
  readonly intervalMs: number;
  /** How much earlier than the newest row a new one may be stamped. Default two hours. */
  readonly overlapMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Waits between two looks; told otherwise by tests. */
  readonly wait?: (ms: number) => Promise<void>;
};

export type FollowStep = {
  /** New rows, oldest first; each row comes once. */
  readonly rows: readonly HistoryRow[];
  /** What to save once these rows are dealt with. Absent as long as the org has not answered at all. */
  readonly cursor?: FollowCursor;
  /** The org did not answer this time. The next look makes up for it. */
  readonly trouble?: OrgRefusal;
};

const twoHours = 7_200_000;

type Reading = { readonly port: OrgPort; readonly history: LoginHistory; readonly condition: string };

const rowsFrom = ({ history, condition }: Reading, from: number, to?: number): OrgRequest =>
  query(
    `SELECT ${rowColumns(history.fields)} FROM LoginHistory WHERE LoginTime >= ${isoOf(from)}${to === undefined ? '' : ` AND LoginTime < ${isoOf(to)}`}${condition} ORDER BY LoginTime ASC`,
  );

const countBetween = ({ condition }: Reading, from: number, to: number): OrgRequest =>
  query(`SELECT COUNT() FROM LoginHistory WHERE LoginTime >= ${isoOf(from)} AND LoginTime < ${isoOf(to)}${condition}`);

type Page = { readonly rows: readonly HistoryRow[]; readonly trouble?: OrgRefusal };

/** The pages that follow on the first answer. */
const pages = async function* ({ port }: Reading, first: OrgAnswer): AsyncGenerator<Page> {
  let answer = first;
  for (;;) {
    if (!answer.ok) {
      yield { rows: [], trouble: answer };
      return;
    }
    yield { rows: records(answer).map(readHistoryRow) };
    const next = nextPage(answer);
    if (next === undefined) return;
    answer = await askThrough(port, askOne(next));
  }
};

/** What one look at the org brings: the recent rows, and all others that are not settled if their number is not as expected. */
const look = async function* (reading: Reading, place: Place): AsyncGenerator<Page> {
  const { from, recent, older } = place;
  const [count, rows] = await askThrough(
    reading.port,
    beside([askOne(countBetween(reading, from, Math.max(recent, from + 1))), askOne(rowsFrom(reading, recent))]),
  );
  yield* pages(reading, rows);
  if (recent <= from) return;
  if (!count.ok) yield { rows: [], trouble: count };
  else if (whole(rowOf(count.body)?.totalSize) !== older) {
    yield* pages(reading, await askThrough(reading.port, askOne(rowsFrom(reading, from, recent))));
  }
};

const cursorAt = (at: number): FollowCursor => ({ version: 1, from: isoOf(at), newest: isoOf(at), seen: [] });

/** Rows that are read at the start, to know them when they come again. */
const mostKnown = 10_000;

/** The rows that are there, newest first. */
const newestRows = ({ history, condition }: Reading): OrgRequest =>
  query(
    `SELECT ${rowColumns(history.fields)} FROM LoginHistory${condition.replace(' AND ', ' WHERE ')} ORDER BY LoginTime DESC LIMIT ${mostKnown}`,
  );

/** Where to start without a cursor: what is there is not new. A refusal where the org does not answer. */
const startOf = async (
  reading: Reading,
  { since, overlapMs = twoHours }: FollowOptions,
): Promise<FollowCursor | OrgRefusal> => {
  if (since !== undefined) return cursorAt(since);
  const there: HistoryRow[] = [];
  const first = await askThrough(reading.port, askOne(newestRows(reading)));
  for await (const { rows, trouble } of pages(reading, first)) {
    if (trouble !== undefined) return trouble;
    there.push(...rows);
    if (Date.parse(there.at(-1)?.at ?? '') < Date.parse(there[0]?.at ?? '') - overlapMs) break;
  }
  const [newest] = there;
  if (newest === undefined) return cursorAt(0);
  const end = Date.parse(newest.at);
  // Where not all rows are known, the oldest second may be known in part.
  const known = there.length < mostKnown ? end - overlapMs : Date.parse(there.at(-1)?.at ?? newest.at) + 1000;
  const place = new Place(cursorAt(Math.max(end - overlapMs, known)), overlapMs);
  place.take(there);
  return place.cursor();
};

const pause = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  await sleep(ms, undefined, defined({ signal })).catch(() => undefined);
};

/**
 * New rows as they come, each once: also those that come late, after restarts (with the cursor of the last step) and when
 * clocks step. A step without rows says that one look is over. Ends when the signal is given.
 */
export const follow = async function* (
  { port, history }: OpenHistory,
  options: FollowOptions,
): AsyncGenerator<FollowStep, void> {
  const { intervalMs, overlapMs = twoHours, signal } = options;
  const wait = options.wait ?? ((ms: number) => pause(ms, signal));
  const reading: Reading = { port, history, condition: conditionOf(options) };
  let place = options.cursor === undefined ? undefined : new Place(options.cursor, overlapMs);
  while (signal?.aborted !== true) {
    if (place === undefined) {
      const start = await startOf(reading, options);
      if ('ok' in start) yield { rows: [], trouble: start };
      else place = new Place(start, overlapMs);
    }
    if (place !== undefined) {
      for await (const { rows, trouble } of look(reading, place)) {
        const fresh = place.take(rows);
        if (fresh.length > 0) yield { rows: fresh, cursor: place.cursor() };
        if (trouble !== undefined) yield { rows: [], cursor: place.cursor(), trouble };
      }
      yield { rows: [], cursor: place.cursor() };
    }
    await wait(intervalMs);
    place?.advance(intervalMs);
  }
};
