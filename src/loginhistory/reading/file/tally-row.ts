import { hourMs, minuteMs } from '../../../model/index.ts';
import type { LoginFileRow } from './columns.ts';

/** A row of a tally: so many logins in one span, from the first to the last. Times: ms, UTC. */
export type TallyRow = {
  readonly logins: number;
  readonly first: number;
  readonly last: number;
  readonly spanMs: number;
};

const wholeNumber = (text: string | undefined): number | undefined => {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
};

/** How many logins a row stands for, as far as it tells. */
export const loginsOf = ({ logins }: LoginFileRow): number => Math.max(1, wholeNumber(logins) ?? 1);

/** Undefined where the numbers are none of our query: a span divides an hour, and both times lie in the same one. */
export const tallyRow = (row: LoginFileRow): TallyRow | undefined => {
  const [logins, first, last, spanMs] = [row.logins, row.firstMs, row.lastMs, row.spanMs].map(wholeNumber);
  if (logins === undefined || first === undefined || last === undefined || spanMs === undefined) return undefined;
  const isSpan = spanMs >= minuteMs && hourMs % spanMs === 0;
  const isGroup = logins > 0 && first <= last && Math.floor(first / spanMs) === Math.floor(last / spanMs);
  return isSpan && isGroup ? { logins, first, last, spanMs } : undefined;
};
