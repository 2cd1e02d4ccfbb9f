import type { FieldFunctionExpression, FunctionExp } from '@jetstreamapp/soql-parser-js';
import { refuseAt } from './call.ts';
import { dateFunctionSql, isDateFunction, typeOfDateFunction } from './date-functions.ts';
import { wordIn } from './fields.ts';
import { resolve, type Resolved, type Scope } from './scope.ts';
import type { Clause } from './words.ts';

/** SQL with the type of its values and, where it is no more than a column, the column. */
export type Expression = { sql: string; type: string; of?: Resolved };

type Fn = FunctionExp | FieldFunctionExpression;

const aggregates: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM', 'AVG']);

const nameOf = (fn: Fn): string => (fn.functionName ?? '').toUpperCase();

export const isAggregate = (fn: Fn): boolean => aggregates.has(nameOf(fn));

const aggregateSql = (name: string, sql: string): string =>
  name === 'COUNT_DISTINCT' ? `COUNT(DISTINCT ${sql})` : `${name}(${sql})`;

const aggregateType = (name: string, type: string): string => {
  if (name.startsWith('COUNT')) return 'int';
  return name === 'SUM' || name === 'AVG' ? 'double' : type;
};

/** Objects and columns that count nothing but all their rows: seen refused in live orgs. */
const isCountable = (name: string, { object, column }: Resolved): boolean => {
  if (object.name === 'SetupAuditTrail') return false;
  if (object.name === 'OauthToken' && name === 'COUNT_DISTINCT') return false;
  return !['boolean', 'textarea', 'base64', 'encryptedstring', 'complexvalue'].includes(column.type);
};

const parameterOf = (fn: Fn): string | Fn => fn.parameters?.[0] ?? '';

const argument = (scope: Scope, fn: Fn, clause: Clause): Expression => {
  const parameter = parameterOf(fn);
  if (typeof parameter !== 'string') return expressionOf(scope, parameter, clause);
  const of = resolve(scope, parameter, clause);
  return { sql: of.sql, type: of.column.type, of };
};

const aggregate = (scope: Scope, fn: Fn, clause: Clause): Expression => {
  const name = nameOf(fn);
  if ((fn.parameters ?? []).length === 0) return { sql: 'COUNT(*)', type: 'int' };
  const inner = argument(scope, fn, clause);
  if (inner.of !== undefined && !isCountable(name, inner.of)) {
    const text = `field ${inner.of.column.name} does not support aggregate operator ${name}`;
    throw refuseAt(scope.call, scope.select, clause, wordIn(fn), 'MALFORMED_QUERY', text);
  }
  return { sql: aggregateSql(name, inner.sql), type: aggregateType(name, inner.type) };
};

/** A function of the query as SQL. `toLabel`, `FORMAT` and currency leave the value as it is. */
export const expressionOf = (scope: Scope, fn: Fn, clause: Clause): Expression => {
  const name = nameOf(fn);
  if (aggregates.has(name)) return aggregate(scope, fn, clause);
  const inner = argument(scope, fn, clause);
  if (isDateFunction(name)) {
    const ms = inner.type === 'date' ? `(strftime('%s', ${inner.sql}) * 1000)` : inner.sql;
    return { sql: dateFunctionSql(name, ms), type: typeOfDateFunction(name) };
  }
  if (name === 'CONVERTTIMEZONE') return { sql: `zoned(${inner.sql}, '${scope.call.zone}')`, type: 'dateTime' };
  return inner;
};
