import type { OrderByClause, QueryBase } from '@jetstreamapp/soql-parser-js';
import { refuseAt } from './call.ts';
import { expressionOf, isAggregate } from './functions.ts';
import { isQuotedType } from './literal.ts';
import { SoqlRefusal } from './refusal.ts';
import { resolve, type Scope } from './scope.ts';

export const listOf = <T>(value: T | T[] | undefined): T[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

type Sortable = { type: string; nillable?: boolean };

/**
 * Ids are sorted as they are compared, by case, so that they can be gone through in pieces; other text is not.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/async_api_headers_enable_pk_chunking.htm
 */
const collation = (type: string): string =>
  isQuotedType(type) && type !== 'id' && type !== 'reference' ? ' COLLATE NOCASE' : '';

/** Nulls come first, unless the query says otherwise. */
const directed = (sql: string, { type, nillable }: Sortable, { order, nulls }: OrderByClause): string =>
  `${sql}${collation(type)} ${order ?? 'ASC'}${nillable === true ? ` NULLS ${nulls ?? 'FIRST'}` : ''}`;

const fieldOrder = (
  scope: Scope,
  one: OrderByClause & { field: string },
  grouped: ReadonlySet<string> | undefined,
): string => {
  const { sql, column } = resolve(scope, one.field, 'order');
  if (column.sort === false) {
    const text = `field '${column.name}' can not be sorted in a query call`;
    throw refuseAt(scope.call, scope.select, 'order', one.field, 'MALFORMED_QUERY', text);
  }
  if (grouped !== undefined && !grouped.has(sql)) {
    const text = `Ordered field must be grouped or aggregated: ${column.name}`;
    throw refuseAt(scope.call, scope.select, 'order', one.field, 'MALFORMED_QUERY', text);
  }
  return directed(sql, column, one);
};

/** `grouped`: SQL of what the query groups by; undefined for a query without groups. */
export const orderSql = (scope: Scope, query: QueryBase, grouped?: ReadonlySet<string>): string => {
  const parts = listOf(query.orderBy).map((one) => {
    if (!('fn' in one)) return fieldOrder(scope, one, grouped);
    const { sql, type } = expressionOf(scope, one.fn, 'order');
    if (grouped !== undefined || !isAggregate(one.fn)) return directed(sql, { type }, one);
    const name = one.fn.functionName ?? '';
    throw refuseAt(scope.call, scope.select, 'order', name, 'MALFORMED_QUERY', `unexpected token: '${name}'`);
  });
  return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
};

const greatestOffset = 2000;

export const limitSql = ({ limit, offset }: QueryBase): string => {
  if ((offset ?? 0) > greatestOffset) {
    throw new SoqlRefusal('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${greatestOffset}`);
  }
  if (limit === undefined && offset === undefined) return '';
  return ` LIMIT ${limit ?? -1} OFFSET ${offset ?? 0}`;
};
