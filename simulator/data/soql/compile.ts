import type { Query } from '@jetstreamapp/soql-parser-js';
import { objectOf, type Call } from './call.ts';
import { groupsPlan } from './compile-groups.ts';
import { rowsPlan, semiJoinSql } from './compile-rows.ts';
import { isAggregate } from './functions.ts';
import { limitSql } from './order.ts';
import { parseSoql } from './parse.ts';
import type { CountPlan, Plan } from './plan.ts';
import { fromSql, openScope, type Scope } from './scope.ts';
import { whereSql } from './where.ts';

const isCount = ({ fields = [] }: Query): boolean => {
  const [only] = fields;
  return (
    fields.length === 1 &&
    only?.type === 'FieldFunctionExpression' &&
    /^count$/i.test(only.functionName) &&
    only.parameters.length === 0
  );
};

const hasAggregates = ({ fields = [] }: Query): boolean =>
  fields.some((field) => field.type === 'FieldFunctionExpression' && isAggregate(field));

const countPlan = (scope: Scope, query: Query): CountPlan => {
  const where = whereSql(scope, query.where, semiJoinSql(scope.call));
  const body = `${fromSql(scope)}${where === undefined ? '' : ` WHERE ${where}`}${limitSql(query)}`;
  return { kind: 'count', object: scope.object, countSql: `SELECT count(*) AS n FROM (SELECT 1 ${body})` };
};

/** Text of a query -> SQL and the shape of its answer. Throws `SoqlRefusal` where a real org refuses. */
export const compile = (call: Call): Plan => {
  const query = parseSoql(call.text);
  const scope = openScope(call, objectOf(call, 0, query.sObject ?? ''), 0, query.sObjectAlias);
  if (isCount(query) && query.groupBy === undefined) return countPlan(scope, query);
  const inner = semiJoinSql(call);
  return query.groupBy === undefined && !hasAggregates(query)
    ? rowsPlan(scope, query, inner)
    : groupsPlan(scope, query, inner);
};
