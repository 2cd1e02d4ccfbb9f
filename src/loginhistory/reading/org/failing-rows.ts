import { nextPage, records } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { Asking } from '../../../evidence/waves.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { timeCondition } from './cube.ts';
import { conditionOf, type CountRequest } from './count-logins.ts';
import type { LoginHistory } from './history.ts';
import { readHistoryRow, rowColumns, type HistoryRow } from './rows-for.ts';
import { send, type Part } from './send.ts';
import type { Sides } from './sides.ts';

/** Failing rows that are read one by one, where there are no more. */
const mostFailingRows = 4000;

/** Rows that may have come since they were counted. */
const spare = 50;

type Request = Pick<CountRequest, 'since' | 'until' | 'users' | 'loginTypes'> & {
  /** On which sides of the successes the failures stand where the org sorts by status. */
  readonly sides: Sides;
  /** How many there are. */
  readonly rows: number;
};

/**
 * The failing rows of a window one by one, without the successes: sorted by status they stand before or behind them. Undefined where they are too
 * many, the org does not sort, or not all of them came. Two queries, and a further page of each.
 */
export const failingRows = function* (
  { fields }: LoginHistory,
  request: Request,
): Asking<readonly HistoryRow[] | undefined> {
  const { since, until, sides, rows } = request;
  if (rows > mostFailingRows || (rows > 0 && sides.length === 0)) return undefined;
  if (rows === 0) return [];
  const window = timeCondition({ from: since, to: until });
  let pending = sides.map((side): Part<undefined> => {
    const soql = `SELECT ${rowColumns(fields)} FROM LoginHistory WHERE ${window}${conditionOf(request)} ORDER BY Status ${side}, LoginTime DESC LIMIT ${rows + spare}`;
    return { request: query(soql), rows, of: undefined };
  });
  const found = new Map<string, HistoryRow>();
  while (pending.length > 0) {
    const answered = yield* send(pending);
    if (answered.some(({ answer }) => !answer.ok)) return undefined;
    pending = [];
    for (const { answer } of answered) {
      const rowsHere = records(answer);
      for (const row of rowsHere) {
        const read = readHistoryRow(row);
        if (!readStatus(read.status).success) found.set(read.id, read);
      }
      const [last] = rowsHere.slice(-1);
      const next = nextPage(answer);
      const isOver = last !== undefined && readStatus(readHistoryRow(last).status).success;
      if (next !== undefined && !isOver) pending.push({ request: next, rows, of: undefined });
    }
  }
  return found.size >= rows ? [...found.values()] : undefined;
};
