import { DatabaseSync } from 'node:sqlite';
import type { Org } from '../../state/types.ts';
import { objectByKey, type SObject } from '../schema/objects.ts';
import { offsetAt } from '../soql/zone.ts';
import { tables } from '../tables/index.ts';
import type { Row, Scene } from '../tables/row.ts';
import { bulkSql, firstBulkRow } from './bulk.ts';

export type SqlRow = Record<string, string | number | null>;

/** The tables of one org. Rows come from the state whenever a query needs them; only bulk login rows stay. */
export type Store = {
  refresh: (scene: Scene, keys: Iterable<string>) => void;
  all: (sql: string, ...parameters: string[]) => SqlRow[];
  run: (sql: string) => void;
  close: () => void;
};

const name = (column: string): string => `"${column}"`;

const create = (database: DatabaseSync, object: SObject): void => {
  const columns = ['#', ...object.columns.map((column) => column.name)].map(name).join(', ');
  database.exec(`CREATE TABLE IF NOT EXISTS ${name(object.key)} (${columns})`);
  // Rows are looked up by the first 15 characters of their ids.
  if (object.columns.some((column) => column.name === 'Id'))
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${name(`${object.key} by Id`)} ON ${name(object.key)} (substr("Id", 1, 15))`,
    );
};

type Cell = string | number | null;

const cellOf = (value: Row[string], empty: Cell): Cell => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? empty;
};

/** The cells of a row, in the order of the columns. */
const cellsIn = ({ columns }: SObject): ((row: Row) => Cell[]) => {
  const filled = columns.map(({ name, type, nillable }) => ({
    name,
    empty: type === 'boolean' && nillable !== true ? 0 : null,
  }));
  return (row) => [
    // What the row's url shows: its id, or another one where the column Id is null for everyone.
    cellOf(row['#'] ?? row.Id, null),
    ...filled.map(({ name, empty }) => cellOf(row[name], empty)),
  ];
};

/** Rows of a table have much the same columns: that is why nothing is gathered before it is compared. */
const isSame = (row: Row, before: Row): boolean => {
  for (const column in row) if (row[column] !== before[column]) return false;
  for (const column in before) if (!(column in row)) return false;
  return true;
};

/** Writes those rows anew that differ from what was written last in their place. */
const filler = (database: DatabaseSync): ((object: SObject, rows: readonly Row[]) => void) => {
  const written = new Map<string, readonly Row[]>();
  return (object, rows) => {
    const before = written.get(object.key);
    if (before === undefined) create(database, object);
    written.set(object.key, rows);
    const columns = ['rowid', '#', ...object.columns.map((column) => column.name)];
    const insert = database.prepare(
      `INSERT OR REPLACE INTO ${name(object.key)} (${columns.map(name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const cells = cellsIn(object);
    database.exec('BEGIN');
    for (const [at, row] of rows.entries()) {
      const old = before?.[at];
      if (old === undefined || !isSame(row, old)) insert.run(at + 1, ...cells(row));
    }
    if (before !== undefined && before.length > rows.length)
      database.exec(`DELETE FROM ${name(object.key)} WHERE rowid > ${rows.length} AND rowid < ${firstBulkRow}`);
    database.exec('COMMIT');
  };
};

/** Writes the bulk rows once for each description; indexes come last, which is several times faster. */
const bulkWriter = (database: DatabaseSync): ((org: Org) => void) => {
  let written = '';
  return (org) => {
    const wanted = JSON.stringify(org.bulkLoginRows ?? null);
    if (wanted === written || (written === '' && org.bulkLoginRows === undefined)) return;
    written = wanted;
    database.exec(`DELETE FROM "LoginHistory" WHERE rowid >= ${firstBulkRow}`);
    if (org.bulkLoginRows !== undefined && org.bulkLoginRows.count > 0) database.exec(bulkSql(org, org.bulkLoginRows));
    database.exec('CREATE INDEX IF NOT EXISTS login_time ON "LoginHistory" ("LoginTime")');
    database.exec('CREATE INDEX IF NOT EXISTS login_user ON "LoginHistory" (substr("UserId", 1, 15))');
  };
};

/** What was written for a request already: the parts of one see one state, but for what they write themselves. */
const written = new WeakMap<Scene, Set<string>>();

/** A part of the request wrote: the next one sees it. */
export const forgetWritten = (scene: Scene): void => {
  written.delete(scene);
};

const openStore = (): Store => {
  const database = new DatabaseSync(':memory:');
  database.function('zoned', { deterministic: true }, (at, zone) =>
    typeof at === 'number' ? at + offsetAt(String(zone), at) : null,
  );
  const fill = filler(database);
  const writeBulk = bulkWriter(database);
  return {
    refresh: (scene, keys) => {
      const done = written.get(scene) ?? new Set();
      written.set(scene, done);
      for (const key of keys) {
        const object = objectByKey(key);
        if (object === undefined || done.has(key)) continue;
        done.add(key);
        fill(object, tables[key]?.(scene) ?? []);
        if (key === 'LoginHistory') writeBulk(scene.org);
      }
    },
    all: (sql, ...parameters) => database.prepare(sql).all(...parameters) as SqlRow[],
    run: (sql) => database.exec(sql),
    close: () => database.close(),
  };
};

const stores = new WeakMap<Org, Store>();

export const storeOf = (org: Org): Store => {
  const known = stores.get(org);
  if (known !== undefined) return known;
  const made = openStore();
  stores.set(org, made);
  return made;
};

/** Its memory is not V8's, which therefore sees no reason to collect it: thousands of worlds one after another would hold gigabytes. */
export const closeStore = (org: Org): void => {
  stores.get(org)?.close();
  stores.delete(org);
};
