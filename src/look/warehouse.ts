import { listStatuses } from '../library/list-statuses.ts';
import { spanMsFor } from '../loginhistory/spans.ts';
import { sources, tallyQuery } from '../loginhistory/warehouse/index.ts';
import { defined } from '../model/index.ts';
import type { Dialect, ReadColumn, RowKind, WarehouseQuery } from '../model/index.ts';

/** What is read from something else than usual; null: not at all. */
export type ColumnsAsked = Readonly<
  Partial<Record<Exclude<ReadColumn, 'time' | 'status'>, string | null> & Record<'time' | 'status', string>>
>;

export type WarehouseRequest = {
  readonly dialect: Dialect;
  readonly rows: RowKind;
  readonly table?: string;
  readonly columns: ColumnsAsked;
  readonly where?: string;
  readonly since?: number;
  readonly until?: number;
  /** Windows in which an alarm will be looked for. */
  readonly windowMs?: number;
};

/** The query by which a warehouse counts login rows as `failures` counts those of a file. */
export const warehouseQuery = (request: WarehouseRequest): WarehouseQuery => {
  const { dialect, rows, where, since, until, windowMs } = request;
  const source = sources[rows];
  const { time = source.columns.time, status = source.columns.status, ...others } = request.columns;
  const table = request.table ?? source.table;
  const columns = {
    ...Object.fromEntries(
      Object.entries({ ...source.columns, ...others }).flatMap(([name, expression]) =>
        expression === null ? [] : [[name, expression]],
      ),
    ),
    time,
    status,
  };
  const spanMs = spanMsFor({ threshold: defined({ windowMs }) });
  const asked = { dialect, rows, table, columns, spanMs, ...defined({ where, since, until }) };
  return { schemaVersion: 1, dialect, rows, table, columns, spanMs, ...tallyQuery(asked) };
};

/** What login rows may say of themselves, for whoever joins it to them. */
export const loginStatuses = listStatuses;
