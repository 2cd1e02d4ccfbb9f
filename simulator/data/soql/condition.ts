import type { Condition, NegationCondition } from '@jetstreamapp/soql-parser-js';
import { isId } from '../schema/objects.ts';
import { refuseAt } from './call.ts';
import { spanOf } from './date-literals.ts';
import { wordIn } from './fields.ts';
import { expressionOf, type Expression } from './functions.ts';
import { isQuotedType, likePattern, literalSql, suits } from './literal.ts';
import { quoted } from './call.ts';
import { resolve, type Resolved, type Scope } from './scope.ts';
import type { Clause } from './words.ts';
import { dayIn, dayText, startOfDay, type Day } from './zone.ts';

type Side = Expression & { name: string; id: boolean };
/** A condition, but for the bare NOT. */
type Valued = Exclude<Condition, NegationCondition>;

const refuse = (scope: Scope, clause: Clause, name: string, code: string, text: string): Error =>
  refuseAt(scope.call, scope.select, clause, name, code, text);

const assertFilterable = (scope: Scope, clause: Clause, path: string, { column, object }: Resolved): void => {
  const full = `${object.name}.${column.name}`;
  const disputed = full === 'LoginHistory.SourceIp' && !scope.call.alsoFilterable.has(full);
  if (column.filter !== false && !disputed) return;
  throw refuse(scope, clause, path, 'INVALID_FIELD', `field '${column.name}' can not be filtered in a query call`);
};

const leftOf = (scope: Scope, clause: Clause, condition: Valued): Side => {
  if ('fn' in condition) {
    const expression = expressionOf(scope, condition.fn, clause);
    const name = wordIn(condition.fn);
    if (expression.of !== undefined) assertFilterable(scope, clause, name, expression.of);
    return { ...expression, name, id: false };
  }
  const of = resolve(scope, condition.field, clause);
  assertFilterable(scope, clause, condition.field, of);
  const id = isId(of.column);
  return { sql: id ? `substr(${of.sql}, 1, 15)` : of.sql, type: of.column.type, name: condition.field, id, of };
};

const edge = (side: Side, zone: string, day: Day): string =>
  side.type === 'date' ? quoted(dayText(day)) : String(startOfDay(zone, day));

/** A date literal is a span: `=` is inside it, `<` before its start, `>` from its end on. */
const spanSql = (scope: Scope, side: Side, operator: string, literal: string): string | undefined => {
  const { zone, now } = scope.call;
  const span = spanOf(literal, dayIn(zone, now));
  if (span === undefined) return undefined;
  const start = edge(side, zone, span.start);
  const end = edge(side, zone, span.end);
  const inside = `(${side.sql} >= ${start} AND ${side.sql} < ${end})`;
  const forms: Record<string, string> = {
    '=': inside,
    '!=': `(${inside} IS NOT TRUE)`,
    '<': `(${side.sql} < ${start})`,
    '<=': `(${side.sql} < ${end})`,
    '>': `(${side.sql} >= ${end})`,
    '>=': `(${side.sql} >= ${start})`,
  };
  return forms[operator];
};

const valueSql = (scope: Scope, clause: Clause, side: Side, literal: string, literalType: string): string => {
  if (!suits(side.type, literalType)) {
    const quotes = isQuotedType(side.type) ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    const text = `value of filter criterion for field '${side.name}' must be of type ${side.type} and ${quotes}`;
    throw refuse(scope, clause, side.name, 'INVALID_FIELD', text);
  }
  return literalSql({ name: side.name, type: side.type }, literal, literalType);
};

const likeSql = (scope: Scope, clause: Clause, side: Side, literal: string): string => {
  if (!isQuotedType(side.type) || side.id || side.of?.column.name === 'SourceIp') {
    throw refuse(
      scope,
      clause,
      side.name,
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator on ${side.id ? 'id' : side.type} field`,
    );
  }
  return `(${side.sql} LIKE ${quoted(likePattern(literal))} ESCAPE '\\')`;
};

const collation = (side: Side): string => (isQuotedType(side.type) && !side.id ? ' COLLATE NOCASE' : '');

const comparisonSql = (side: Side, operator: string, value: string): string => {
  if (operator === '=' || operator === '!=') {
    const plain = operator === '=' && value !== 'NULL';
    return `(${side.sql} ${plain ? '=' : operator === '=' ? 'IS' : 'IS NOT'} ${value}${value === 'NULL' ? '' : collation(side)})`;
  }
  return `(${side.sql} ${operator} ${value}${collation(side)})`;
};

const one = <T>(value: T | T[] | undefined, at: number): T | undefined => (Array.isArray(value) ? value[at] : value);

/** A condition with a literal, or a list of them, on its right. */
export const conditionSql = (scope: Scope, clause: Clause, condition: Valued): string => {
  const side = leftOf(scope, clause, condition);
  const { operator } = condition;
  if (Array.isArray(condition.value)) {
    const values = condition.value.map((value, at) =>
      valueSql(scope, clause, side, value, one(condition.literalType, at) ?? 'STRING'),
    );
    const inside = `(${side.sql}${collation(side)} IN (${values.join(', ')}))`;
    return operator === 'NOT IN' || operator === 'EXCLUDES' ? `(${inside} IS NOT TRUE)` : inside;
  }
  const literalType = one(condition.literalType, 0) ?? 'STRING';
  if (operator === 'LIKE') return likeSql(scope, clause, side, condition.value);
  if (literalType.startsWith('DATE_') && ['date', 'dateTime'].includes(side.type)) {
    const sql = spanSql(scope, side, operator, condition.value);
    if (sql !== undefined) return sql;
  }
  return comparisonSql(side, operator, valueSql(scope, clause, side, condition.value, literalType));
};
