import { makeId } from '../../state/ids.ts';
import type { Org } from '../../state/types.ts';
import type { Store } from '../store/store.ts';
import type { Where } from './shape.ts';
import type { RowsPlan } from './plan.ts';

/** A query with more pages than one: its rows as they were when it was asked. */
export type Cursor = {
  id: string;
  userId: string;
  plan: RowsPlan;
  where: Where;
  table: string;
  total: number;
  pageSize: number;
  /** No row from here on is ever given out, though `totalSize` counts it. */
  hardStop: number;
  createdAt: number;
};

/** A locator lives for two days. */
const life = 2 * 24 * 3600 * 1000;

const cursors = new WeakMap<Org, Map<string, Cursor>>();

const cursorsOf = (org: Org): Map<string, Cursor> => {
  const known = cursors.get(org) ?? new Map<string, Cursor>();
  cursors.set(org, known);
  return known;
};

export const openCursor = (org: Org, store: Store, given: Omit<Cursor, 'id' | 'table'>): Cursor => {
  const number = cursorsOf(org).size + 1;
  const cursor = { ...given, id: makeId('01g', org.pod, number), table: `cursor_${number}` };
  store.run(`CREATE TEMP TABLE ${cursor.table} AS ${given.plan.sql}`);
  cursorsOf(org).set(cursor.id, cursor);
  return cursor;
};

/** The cursor and offset that a locator such as `01g...-2000` names; undefined where it is dead or another user's. */
export const findCursor = (
  org: Org,
  locator: string,
  userId: string,
  now: number,
): { cursor: Cursor; from: number } | undefined => {
  const [, id = '', from = ''] = /^(01g\w+)-(\d+)$/.exec(locator) ?? [];
  const cursor = cursorsOf(org).get(id);
  if (cursor?.userId !== userId || now - cursor.createdAt > life) return undefined;
  return { cursor, from: Number(from) };
};
