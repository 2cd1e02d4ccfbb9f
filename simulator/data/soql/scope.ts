import { isInVersion, objectNamed, type Column, type SObject } from '../schema/objects.ts';
import { nextAlias, noSuchColumn, noSuchRelationship, visibleColumns, visibleTable, type Call } from './call.ts';
import type { Clause } from './words.ts';

/** A parent that was joined: `path` is how the query spells it, in the names of the schema. */
type Parent = { path: readonly string[]; object: SObject; alias: string; join: string };

/** One SELECT: its object, and the parents that its paths reached so far. */
export type Scope = {
  call: Call;
  object: SObject;
  alias: string;
  select: number;
  /** `FROM User u`: fields may start with `u.` or `User.` */
  prefixes: readonly string[];
  parents: Map<string, Parent>;
};

export type Resolved = { column: Column; object: SObject; sql: string; parents: readonly Parent[] };

export const openScope = (call: Call, object: SObject, select: number, prefix?: string): Scope => ({
  call,
  object,
  alias: nextAlias(call),
  select,
  prefixes: [object.name, ...(prefix === undefined ? [] : [prefix])].map((one) => one.toLowerCase()),
  parents: new Map(),
});

const parentObject = (call: Call, column: Column): SObject | undefined =>
  (column.referenceTo ?? [])
    .map((name) => objectNamed(name, call.api))
    .findLast((object) => object !== undefined && isInVersion(object, call.version));

const joinParent = (
  scope: Scope,
  from: { object: SObject; alias: string; path: readonly string[] },
  name: string,
): Parent | undefined => {
  const column = visibleColumns(scope.call, from.object).find(
    (one) => one.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  const object = column === undefined ? undefined : parentObject(scope.call, column);
  if (column?.relationshipName === undefined || object === undefined) return undefined;
  const path = [...from.path, column.relationshipName];
  const known = scope.parents.get(path.join('.'));
  if (known !== undefined) return known;
  const alias = nextAlias(scope.call);
  const on = `substr(${alias}."Id", 1, 15) = substr(${from.alias}."${column.name}", 1, 15)`;
  const parent = { path, object, alias, join: `LEFT JOIN ${visibleTable(scope.call, object)} ${alias} ON ${on}` };
  scope.parents.set(path.join('.'), parent);
  return parent;
};

const withoutPrefix = (scope: Scope, steps: string[]): string[] => {
  const [first = '', ...rest] = steps;
  return rest.length > 0 && scope.prefixes.includes(first.toLowerCase()) ? rest : steps;
};

/** A field path of the query as a column; joins the parents on its way. Refuses what this viewer's org does not have. */
export const resolve = (scope: Scope, path: string, clause: Clause): Resolved => {
  const steps = withoutPrefix(scope, path.split('.'));
  const parents: Parent[] = [];
  let at: { object: SObject; alias: string; path: readonly string[] } = {
    object: scope.object,
    alias: scope.alias,
    path: [],
  };
  for (const step of steps.slice(0, -1)) {
    const parent = joinParent(scope, at, step);
    if (parent === undefined) throw noSuchRelationship(scope.call, scope.select, clause, path, step);
    parents.push(parent);
    at = parent;
  }
  const name = steps.at(-1) ?? '';
  const { object, alias } = at;
  const column = visibleColumns(scope.call, object).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (column === undefined) throw noSuchColumn(scope.call, scope.select, clause, path, name, object.name);
  return { column, object, sql: `${alias}."${column.name}"`, parents };
};

/** FROM with every parent that was reached. Call it after everything else was resolved. */
export const fromSql = (scope: Scope): string =>
  [
    `FROM ${visibleTable(scope.call, scope.object)} ${scope.alias}`,
    ...[...scope.parents.values()].map(({ join }) => join),
  ].join(' ');
