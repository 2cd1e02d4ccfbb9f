import type { Scene } from '../tables/row.ts';
import type { ApiName } from '../schema/objects.ts';
import { storeOf, type Store } from '../store/store.ts';
import type { Call } from './call.ts';
import { compile } from './compile.ts';
import { findCursor, openCursor, type Cursor } from './cursor.ts';
import type { AggregatePlan, Plan, RowsPlan } from './plan.ts';
import { SoqlRefusal } from './refusal.ts';
import { groupOf, recordOf, type Where } from './shape.ts';
import { wordsOf } from './words.ts';

/** One page of an answer. `next`: the locator of the next one. */
export type Page = { entity: string; totalSize: number; records: unknown[]; next?: string };

export type Question = {
  api: ApiName;
  version: number;
  text: string;
  pageSize: number;
  alsoFilterable: ReadonlySet<string>;
};

const mostGroups = 2000;

/** Objects that are paged in smaller steps, up to a row behind which there is silence. */
const cautious: Readonly<Record<string, { pageSize: number; hardStop: number }>> = {
  OauthToken: { pageSize: 500, hardStop: 2500 },
  TwoFactorMethodsInfo: { pageSize: 500, hardStop: 2500 },
};

const countOf = (store: Store, plan: Plan): number => Number(store.all(plan.countSql)[0]?.n ?? 0);

const groupsPage = (store: Store, plan: AggregatePlan): Page => {
  const totalSize = countOf(store, plan);
  if (totalSize > mostGroups) {
    throw new SoqlRefusal(
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  return { entity: plan.object.name, totalSize, records: store.all(plan.sql).map((row) => groupOf(row, plan)) };
};

const cursorPage = (store: Store, cursor: Cursor, from: number): Page => {
  const to = Math.min(from + cursor.pageSize, cursor.hardStop, cursor.total);
  const rows = store.all(`SELECT * FROM ${cursor.table} WHERE rowid > ${from} AND rowid <= ${to} ORDER BY rowid`);
  const isLast = to >= Math.min(cursor.total, cursor.hardStop);
  return {
    entity: cursor.plan.object.name,
    totalSize: cursor.total,
    records: rows.map((row) => recordOf(row, cursor.plan, cursor.where, store)),
    ...(isLast ? {} : { next: `${cursor.id}-${to}` }),
  };
};

const wantsOneRow = (plan: RowsPlan): boolean =>
  plan.cells.some(({ name, path }) => path.length === 0 && (name === 'Metadata' || name === 'FullName'));

const assertOneRow = (plan: RowsPlan, where: Where, total: number): void => {
  if (where.api !== 'tooling' || total <= 1 || !wantsOneRow(plan)) return;
  const text = `When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one row for retrieval. Result size: ${total}`;
  throw new SoqlRefusal('MALFORMED_QUERY', text);
};

const rowsPage = (scene: Scene, store: Store, plan: RowsPlan, question: Question): Page => {
  const where = { api: question.api, version: question.version };
  const total = countOf(store, plan);
  assertOneRow(plan, where, total);
  const { pageSize = question.pageSize, hardStop = Infinity } = cautious[plan.object.name] ?? {};
  if (total <= pageSize) {
    const records = store.all(plan.sql).map((row) => recordOf(row, plan, where, store));
    return { entity: plan.object.name, totalSize: total, records };
  }
  const { userId } = scene.viewer;
  const cursor = openCursor(scene.org, store, { userId, plan, where, total, pageSize, hardStop, createdAt: scene.now });
  return cursorPage(store, cursor, 0);
};

/** Answers a query, or throws `SoqlRefusal`. */
export const runQuery = (scene: Scene, question: Question): Page => {
  const call: Call = {
    ...question,
    viewer: scene.viewer,
    now: scene.now,
    zone: scene.org.timeZone,
    words: wordsOf(question.text),
    touched: new Set(),
    counters: { select: 0, alias: 0 },
  };
  const plan = compile(call);
  const store = storeOf(scene.org);
  store.refresh(scene, call.touched);
  if (plan.kind === 'count') return { entity: plan.object.name, totalSize: countOf(store, plan), records: [] };
  return plan.kind === 'aggregate' ? groupsPage(store, plan) : rowsPage(scene, store, plan, question);
};

/** The next page of an earlier query. */
export const runMore = (scene: Scene, locator: string): Page => {
  const found = findCursor(scene.org, locator, scene.viewer.userId, scene.now);
  if (found === undefined) throw new SoqlRefusal('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return cursorPage(storeOf(scene.org), found.cursor, found.from);
};
