import { PGlite } from '@electric-sql/pglite';
import { DuckDBInstance } from '@duckdb/node-api';

/** A table of texts, as rows are loaded from files: a column is a name and what stands in it. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Row[] };
export type Row = Readonly<Record<string, string | null>>;

/** What a database answers: each row by the names of its columns. */
export type Answer = ReadonlyArray<Readonly<Record<string, string | number | null>>>;

export type Engine = {
  readonly load: (table: Table, types?: Readonly<Record<string, string>>) => Promise<void>;
  readonly run: (sql: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

const plain = (value: unknown): string | number | null => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`No plain value: ${JSON.stringify(value)}`);
};

const answerOf = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Answer =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));

const literal = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

const loading =
  (run: Engine['run']): Engine['load'] =>
  async ({ name, columns, rows }, types = {}) => {
    await run(`DROP TABLE IF EXISTS ${name}`);
    await run(
      `CREATE TABLE ${name} (${columns.map((column) => `${column} ${types[column] ?? 'VARCHAR'}`).join(', ')})`,
    );
    for (let at = 0; at < rows.length; at += 1000) {
      const values = rows
        .slice(at, at + 1000)
        .map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`);
      await run(`INSERT INTO ${name} VALUES ${values.join(', ')}`);
    }
  };

export const duckdb = async (): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = async (sql: string): Promise<Answer> =>
    answerOf((await connection.runAndReadAll(sql)).getRowObjectsJson());
  return {
    run,
    load: loading(run),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
};

export const postgres = async (): Promise<Engine> => {
  const database = await PGlite.create();
  const run = async (sql: string): Promise<Answer> =>
    answerOf((await database.query<Record<string, unknown>>(sql)).rows);
  return { run, load: loading(run), close: () => database.close() };
};
