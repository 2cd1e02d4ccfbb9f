import type { FieldType, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import { refuseAt } from './call.ts';
import { SoqlRefusal } from './refusal.ts';
import { isDateFunction } from './date-functions.ts';
import { aliasOf, isPlain, pathOf } from './fields.ts';
import { expressionOf, isAggregate } from './functions.ts';
import { limitSql, listOf, orderSql } from './order.ts';
import type { AggregatePlan } from './plan.ts';
import { fromSql, resolve, type Scope } from './scope.ts';
import { havingSql, whereSql, type InnerSelect } from './where.ts';

type Chosen = { sql: string; type: string; alias?: string; name?: string };

const groupKey = (scope: Scope, one: GroupByClause): string => {
  if ('fn' in one) {
    if (!isDateFunction(one.fn.functionName ?? ''))
      throw new Error(`GROUP BY ${one.fn.rawValue ?? ''} is not simulated.`);
    return expressionOf(scope, one.fn, 'group').sql;
  }
  const { sql, column } = resolve(scope, one.field, 'group');
  if (column.group === false) {
    const text = `field '${column.name}' can not be grouped in a query call`;
    throw refuseAt(scope.call, scope.select, 'group', one.field, 'MALFORMED_QUERY', text);
  }
  return sql;
};

const notGrouped = (scope: Scope, word: string, name: string): SoqlRefusal =>
  refuseAt(scope.call, scope.select, 'select', word, 'MALFORMED_QUERY', `Field must be grouped or aggregated: ${name}`);

const chosenField = (scope: Scope, field: FieldType, keys: ReadonlySet<string>): Chosen => {
  if (isPlain(field)) {
    const { sql, column } = resolve(scope, pathOf(field), 'select');
    if (!keys.has(sql)) throw notGrouped(scope, pathOf(field), column.name);
    const alias = aliasOf(field);
    return { sql, type: column.type, name: column.name, ...(alias === undefined ? {} : { alias }) };
  }
  if (field.type !== 'FieldFunctionExpression') throw notGrouped(scope, '', 'subquery');
  const { sql, type } = expressionOf(scope, field, 'select');
  if (!isAggregate(field) && !keys.has(sql))
    throw notGrouped(scope, field.functionName, field.rawValue ?? field.functionName);
  return { sql, type, ...(field.alias === undefined ? {} : { alias: field.alias }) };
};

/** Alias, or the field's own name, or `expr0`, `expr1` ... */
const named = (chosen: readonly Chosen[]): string[] => {
  let count = 0;
  return chosen.map(({ alias, name }) => alias ?? name ?? `expr${count++}`);
};

const assertLimitHasGroups = (query: Query): void => {
  if (query.limit === undefined || query.groupBy !== undefined) return;
  throw new SoqlRefusal(
    'MALFORMED_QUERY',
    'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
  );
};

/** A query with GROUP BY, or with aggregates over everything. */
export const groupsPlan = (scope: Scope, query: Query, inner: InnerSelect): AggregatePlan => {
  assertLimitHasGroups(query);
  const groups = listOf(query.groupBy).map((one) => groupKey(scope, one));
  const keys = new Set(groups);
  const chosen = (query.fields ?? []).map((field) => chosenField(scope, field, keys));
  const names = named(chosen);
  const where = whereSql(scope, query.where, inner);
  const having = havingSql(scope, query.having, inner);
  const order = orderSql(scope, query, keys);
  const grouped = groups.length === 0 ? '' : ` GROUP BY ${groups.join(', ')}`;
  const body = `${fromSql(scope)}${where === undefined ? '' : ` WHERE ${where}`}${grouped}${having}`;
  const limit = limitSql(query);
  return {
    kind: 'aggregate',
    object: scope.object,
    sql: `SELECT ${chosen.map(({ sql }, at) => `${sql} AS c${at}`).join(', ')} ${body}${order}${limit}`,
    countSql: `SELECT count(*) AS n FROM (SELECT ${chosen[0]?.sql ?? '1'} ${body}${limit})`,
    cells: chosen.map(({ type }, at) => ({ path: [], name: names[at] ?? '', type, at })),
  };
};
