import type { SqlRow, Store } from '../store/store.ts';
import type { ApiName, SObject } from '../schema/objects.ts';
import { id15 } from '../../state/ids.ts';
import type { AggregatePlan, Cell, RowsPlan } from './plan.ts';

type Members = Record<string, unknown>;

/** `2023-07-23T16:20:13.000+0000` */
const dateTimeText = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

const valueOf = (row: SqlRow, { type, at }: Cell): unknown => {
  const value = row[`c${at}`] ?? null;
  if (value === null) return null;
  if (type === 'dateTime') return dateTimeText(Number(value));
  if (type === 'boolean') return value === 1;
  if (type === 'complexvalue' || type === 'ProfileMetadata') return JSON.parse(String(value));
  return value;
};

export type Where = { api: ApiName; version: number };

const urlOf = ({ api, version }: Where, object: SObject, id: string): string =>
  `/services/data/v${version.toFixed(1)}/${api === 'tooling' ? 'tooling/' : ''}sobjects/${object.name}/${id}`;

const attributes = (where: Where, object: SObject, id: string | number | null): Members => ({
  type: object.name,
  ...(id === null ? {} : { url: urlOf(where, object, String(id)) }),
});

/** The nested object of a parent path, made where it is missing; null where the row has no such parent. */
const parentAt = (
  record: Members,
  row: SqlRow,
  plan: RowsPlan,
  where: Where,
  path: readonly string[],
): Members | null => {
  let at: Members = record;
  for (const [depth, step] of path.entries()) {
    if (!(step in at)) {
      const parent = plan.parents.find((one) => one.path.join('.') === path.slice(0, depth + 1).join('.'));
      const id = row[`c${parent?.at ?? 0}`] ?? null;
      at[step] = parent === undefined || id === null ? null : { attributes: attributes(where, parent.object, id) };
    }
    if (at[step] === null) return null;
    at = at[step] as Members;
  }
  return at;
};

const childrenOf = (row: SqlRow, plan: RowsPlan, where: Where, store: Store): Members =>
  Object.fromEntries(
    plan.children.map(({ name, plan: child }) => {
      const rows = store.all(child.sql, id15(String(row.c0)));
      const records = rows.map((one) => recordOf(one, child, where, store));
      return [name, rows.length === 0 ? null : { totalSize: rows.length, done: true, records }];
    }),
  );

/** One row as the API sends it: members in the order of the SELECT, parents nested. */
export const recordOf = (row: SqlRow, plan: RowsPlan, where: Where, store: Store): Members => {
  const record: Members = { attributes: attributes(where, plan.object, row.c0 ?? null) };
  for (const cell of plan.cells) {
    const parent = parentAt(record, row, plan, where, cell.path);
    if (parent !== null) parent[cell.name] = valueOf(row, cell);
  }
  return { ...record, ...childrenOf(row, plan, where, store) };
};

export const groupOf = (row: SqlRow, plan: AggregatePlan): Members => ({
  attributes: { type: 'AggregateResult' },
  ...Object.fromEntries(plan.cells.map((cell) => [cell.name, valueOf(row, cell)])),
});
