import type { FieldType, QueryBase, Subquery } from '@jetstreamapp/soql-parser-js';
import { childOf } from '../schema/children.ts';
import { isId } from '../schema/objects.ts';
import { SoqlRefusal } from './refusal.ts';
import { objectOf, refuseAt, visibleColumns, type Call } from './call.ts';
import { isPlain, pathOf, wordIn } from './fields.ts';
import { expressionOf } from './functions.ts';
import { limitSql, orderSql } from './order.ts';
import type { Cell, ChildPlan, ParentCell, RowsPlan } from './plan.ts';
import { fromSql, openScope, resolve, type Scope } from './scope.ts';
import { whereSql, type InnerSelect } from './where.ts';

type Chosen = { sql: string; type: string; path: readonly string[]; name: string };

/** `FIELDS(ALL)`: every column; the two that want a single row are left out. */
const allFields = (scope: Scope, kind: string, limit: number | undefined): Chosen[] => {
  if (kind.toUpperCase() !== 'STANDARD' && (limit === undefined || limit > 200)) {
    throw new SoqlRefusal('MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200');
  }
  if (kind.toUpperCase() === 'CUSTOM') return [];
  return visibleColumns(scope.call, scope.object)
    .filter(({ name }) => name !== 'Metadata' && name !== 'FullName')
    .map(({ name, type }) => ({ sql: `${scope.alias}."${name}"`, type, path: [], name }));
};

const chosenField = (scope: Scope, field: FieldType, query: QueryBase): Chosen[] => {
  if (isPlain(field)) {
    const { sql, column, parents } = resolve(scope, pathOf(field), 'select');
    return [{ sql, type: column.type, path: parents.at(-1)?.path ?? [], name: column.name }];
  }
  if (field.type === 'FieldTypeof') throw new Error('TYPEOF is not simulated.');
  if (field.type !== 'FieldFunctionExpression') return [];
  if (field.functionName.toUpperCase() === 'FIELDS') return allFields(scope, wordIn(field), query.limit);
  const { sql, type, of } = expressionOf(scope, field, 'select');
  return [{ sql, type, path: [], name: field.alias ?? of?.column.name ?? wordIn(field) }];
};

/** A name twice in a SELECT, or a single-row column asked for otherwise. */
const assertOnce = (chosen: readonly Chosen[]): void => {
  const names = chosen.map(({ path, name }) => [...path, name].join('.').toLowerCase());
  const twice = chosen.find(({ path, name }, at) => names.indexOf([...path, name].join('.').toLowerCase()) !== at);
  if (twice !== undefined) throw new SoqlRefusal('INVALID_FIELD', `duplicate field selected: ${twice.name}`);
};

const childPlans = (scope: Scope, fields: readonly FieldType[], inner: InnerSelect): ChildPlan[] =>
  fields.flatMap((field) => (field.type === 'FieldSubquery' ? [childPlan(scope, field.subquery, inner)] : []));

const childPlan = (scope: Scope, subquery: Subquery, inner: InnerSelect): ChildPlan => {
  scope.call.counters.select += 1;
  const select = scope.call.counters.select;
  const child = childOf(scope.object, subquery.relationshipName);
  if (child === undefined) {
    const text = `Didn't understand relationship '${subquery.relationshipName}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
    throw refuseAt(scope.call, select, 'from', subquery.relationshipName, 'INVALID_TYPE', text);
  }
  const object = objectOf(scope.call, select, child.object);
  const childScope = openScope(scope.call, object, select, child.name);
  return {
    name: child.name,
    plan: rowsPlan(childScope, subquery, inner, `substr(${childScope.alias}."${child.column}", 1, 15) = ?`),
  };
};

/** The id that the row's url shows; bulk rows have it in their Id only. */
const idSql = ({ object, alias }: Scope): string =>
  object.columns.some(({ name }) => name === 'Id') ? `coalesce(${alias}."#", ${alias}."Id")` : `${alias}."#"`;

/** A query of rows. `extra`: a condition that the query itself does not have. */
export const rowsPlan = (scope: Scope, query: QueryBase, inner: InnerSelect, extra?: string): RowsPlan => {
  const fields = query.fields ?? [];
  const chosen = fields.flatMap((field) => chosenField(scope, field, query));
  assertOnce(chosen);
  const children = childPlans(scope, fields, inner);
  const conditions = [whereSql(scope, query.where, inner), extra].filter((one) => one !== undefined);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`;
  const tail = `${orderSql(scope, query)}${limitSql(query)}`;
  const parents = [...scope.parents.values()];
  const from = fromSql(scope);
  const columns = [idSql(scope), ...parents.map(({ alias }) => `${alias}."Id"`), ...chosen.map(({ sql }) => sql)];
  const cells: Cell[] = chosen.map(({ path, name, type }, at) => ({ path, name, type, at: 1 + parents.length + at }));
  return {
    kind: 'rows',
    object: scope.object,
    sql: `SELECT ${columns.map((sql, at) => `${sql} AS c${at}`).join(', ')} ${from}${where}${tail}`,
    countSql: `SELECT count(*) AS n FROM (SELECT 1 ${from}${where}${limitSql(query)})`,
    parents: parents.map(({ path, object }, at): ParentCell => ({ path, object, at: 1 + at })),
    cells,
    children,
  };
};

/** The inner query of a semi-join: one column, ids by their first 15 characters. */
export const semiJoinSql =
  (call: Call): InnerSelect =>
  (outer, { valueQuery }): string => {
    call.counters.select += 1;
    const select = call.counters.select;
    const scope = openScope(call, objectOf(call, select, valueQuery.sObject ?? ''), select, valueQuery.sObjectAlias);
    const [field] = valueQuery.fields ?? [];
    const path = field !== undefined && isPlain(field) ? pathOf(field) : 'Id';
    const { sql, column } = resolve(scope, path, 'select');
    const where = whereSql(scope, valueQuery.where, semiJoinSql(outer.call));
    return `SELECT ${isId(column) ? `substr(${sql}, 1, 15)` : sql} ${fromSql(scope)}${where === undefined ? '' : ` WHERE ${where}`}`;
  };
