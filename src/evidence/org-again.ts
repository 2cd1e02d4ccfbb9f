import type { Get } from './org-parts.ts';
import type { OrgAnswer } from './org-wire.ts';

/** Refusals that would only come again: the session, the org's allowance, a host that has enough to do. */
const comesAgain = /^(?:INVALID_SESSION_ID|INVALID_AUTH_HEADER|REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE|API_\w+)$/u;

const isBusy = (status: number | undefined): boolean =>
  status === 420 || status === 429 || (status !== undefined && status >= 500);

const soqlOf = ({ path }: Get): string | undefined => {
  const soql = /^(?:tooling\/)?query\?q=(.*)$/u.exec(path)?.[1];
  return soql === undefined ? undefined : decodeURIComponent(soql);
};

/** Columns that each row must have: those without a function, an alias or a path. */
const columnsOf = (soql: string): readonly string[] =>
  (/^SELECT (.+?) FROM /u.exec(soql)?.[1] ?? '').split(', ').filter((column) => /^\w+$/u.test(column));

type Rows = { readonly records: readonly unknown[]; readonly done: unknown };

const rowsIn = (answer: OrgAnswer): Rows | undefined => {
  if (!answer.ok || typeof answer.body !== 'object' || answer.body === null) return undefined;
  const { records, done }: { readonly records?: unknown; readonly done?: unknown } = answer.body;
  return Array.isArray(records) ? { records, done } : undefined;
};

const lacks = (row: unknown, columns: readonly string[]): boolean =>
  typeof row === 'object' && row !== null && columns.some((column) => !(column in row));

/** A page ends at 2,000 rows: one that ends before was cut by its envelope. Source: corrections sheet, rows 1 and 16. */
const page = 2000;

/** Rows without what was asked for, or only some of them. */
const isThinned = (part: Get, answer: OrgAnswer): boolean => {
  const [soql, rows] = [soqlOf(part), rowsIn(answer)];
  if (soql === undefined || rows === undefined) return false;
  return rows.records.some((row) => lacks(row, columnsOf(soql))) || (rows.done === false && rows.records.length < page);
};

/** Whether the envelope, and not the question, may be what stands in the way: then it is worth asking alone. */
export const isWorthAlone = (part: Get, answer: OrgAnswer): boolean => {
  if (answer.ok) return isThinned(part, answer);
  if (answer.envelope !== true || answer.trouble === 'timed-out') return false;
  return !isBusy(answer.status) && !comesAgain.test(answer.code ?? '');
};

/** Whether an org refuses an envelope for good, so that it need not be tried again. */
export const isRefusedForGood = (answers: readonly OrgAnswer[]): boolean =>
  answers.length > 0 &&
  answers.every((answer) => !answer.ok && answer.envelope === true && answer.status !== undefined) &&
  answers.every((answer) => !answer.ok && !isBusy(answer.status) && !comesAgain.test(answer.code ?? ''));
