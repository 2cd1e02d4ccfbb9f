import type { HavingClause, ValueQueryCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import { isId } from '../schema/objects.ts';
import { refuseAt } from './call.ts';
import { conditionSql } from './condition.ts';
import { resolve, type Scope } from './scope.ts';
import type { Clause } from './words.ts';

/** Makes the SQL of a semi-join's inner query: one column. */
export type InnerSelect = (scope: Scope, condition: ValueQueryCondition) => string;

const semiJoin = (scope: Scope, condition: ValueQueryCondition, inner: InnerSelect): string => {
  const of = resolve(scope, condition.field, 'where');
  if (of.column.filter === false) {
    const text = `field '${of.column.name}' can not be filtered in a query call`;
    throw refuseAt(scope.call, scope.select, 'where', condition.field, 'INVALID_FIELD', text);
  }
  const left = isId(of.column) ? `substr(${of.sql}, 1, 15)` : of.sql;
  const inside = `(${left} IN (${inner(scope, condition)}))`;
  return condition.operator === 'NOT IN' ? `(${inside} IS NOT TRUE)` : inside;
};

const parens = (sign: string, count: number | undefined): string => sign.repeat(count ?? 0);

type Node = WhereClause | HavingClause;

const right = (node: Node): Node | undefined => ('right' in node ? node.right : undefined);

const hasNot = (node: Node | undefined): boolean =>
  node !== undefined && (('operator' in node && node.operator === 'NOT') || hasNot(right(node)));

type Writer = { scope: Scope; clause: Clause; inner: InnerSelect; twoValued: boolean };

/**
 * The parser gives a chain with brackets counted at both ends of each condition: written out as it stands, it is SQL again.
 * SOQL knows true and false only, which matters under NOT; without one the plain form can use an index.
 */
const chain = (writer: Writer, node: Node): string => {
  const { left } = node;
  const next = right(node);
  const rest = next === undefined ? '' : chain(writer, next);
  if (left === null || !('operator' in left)) return `${parens('(', left?.openParen)}NOT ${rest}`;
  const { scope, clause, inner, twoValued } = writer;
  const own = 'valueQuery' in left ? semiJoin(scope, left, inner) : conditionSql(scope, clause, left);
  const text = `${parens('(', left.openParen)}${twoValued ? `(${own} IS TRUE)` : own}${parens(')', left.closeParen)}`;
  return 'operator' in node ? `${text} ${node.operator} ${rest}` : text;
};

export const whereSql = (scope: Scope, where: WhereClause | undefined, inner: InnerSelect): string | undefined =>
  where === undefined ? undefined : chain({ scope, clause: 'where', inner, twoValued: hasNot(where) }, where);

export const havingSql = (scope: Scope, having: HavingClause | undefined, inner: InnerSelect): string =>
  having === undefined ? '' : ` HAVING ${chain({ scope, clause: 'having', inner, twoValued: hasNot(having) }, having)}`;
