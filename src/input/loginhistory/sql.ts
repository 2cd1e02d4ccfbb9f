import { Flags } from '@oclif/core';
import { spanFor } from '../../loginhistory/request.ts';
import { defined, dialects, readColumns, rowKinds, Trouble } from '../../model/index.ts';
import type { Dialect, ReadColumn, RowKind } from '../../model/index.ts';
import type { ColumnsAsked, WarehouseRequest } from '../../look/warehouse.ts';
import { checkRules } from '../flag-rules.ts';
import { groupedBy, type Words } from '../worded.ts';
import { readDuration } from './duration.ts';
import { checkOrder, readSince, readUntil } from './window.ts';

const worded = groupedBy(new Set(['column', 'table', 'where', 'window']));

export const sqlFlags = (words: Words) => {
  const flag = worded(words, 'rows');
  return {
    dialect: Flags.custom<Dialect>({ ...flag('dialect'), options: dialects, required: true })(),
    rows: Flags.custom<RowKind>({ ...flag('rows'), options: rowKinds, default: 'login-history' })(),
    table: Flags.string(flag('table')),
    column: Flags.string({ ...flag('column'), multiple: true }),
    where: Flags.string(flag('where')),
    since: Flags.string(flag('since')),
    until: Flags.string(flag('until')),
    window: Flags.string(flag('window')),
    'output-file': Flags.string(worded(words, 'output')('output-file')),
  };
};

type Given = {
  readonly dialect: Dialect;
  readonly rows: RowKind;
  readonly table?: string | undefined;
  readonly column?: readonly string[] | undefined;
  readonly where?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly window?: string | undefined;
};

const isColumn = (name: string): name is ReadColumn => readColumns.some((column) => column === name);

/** Without them there is nothing to count. */
const isNeeded = (name: ReadColumn): name is 'time' | 'status' => name === 'time' || name === 'status';

/** `user_id=usr`: read from this expression; `user_id=`: not at all. */
const readColumn = (text: string): ColumnsAsked => {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at)).trim().toLowerCase().replaceAll('-', '_');
  if (!isColumn(name)) throw new Trouble('column-unknown', { column: text, names: readColumns.join(', ') });
  const expression = text.slice(at + 1).trim();
  if (expression !== '') return { [name]: expression };
  if (isNeeded(name)) throw new Trouble('column-needed', { column: name });
  return { [name]: null };
};

/** From when to when: a length back counts from the end, which is now unless told otherwise. */
const windowIn = ({ since, until }: Given, now: number): { readonly since?: number; readonly until?: number } => {
  const [from, to] = [readSince(since, now), readUntil(until, now)];
  checkOrder(from, to);
  const end = defined({ until: to });
  return from === undefined ? end : { since: spanFor({ since: from, ...end }, now).since, ...end };
};

/** Flags in, request out. Throws `Trouble` on the first thing that is wrong. */
export const readSqlRequest = (given: Given, now: number): WarehouseRequest => {
  checkRules(given, []);
  const { dialect, rows, table, column = [], where, window } = given;
  return {
    dialect,
    rows,
    columns: column.map(readColumn).reduce((all, one) => ({ ...all, ...one }), {}),
    ...defined({ table, where, windowMs: window === undefined ? undefined : readDuration('--window', window) }),
    ...windowIn(given, now),
  };
};
