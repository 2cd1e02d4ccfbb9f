import type { FieldType } from '@jetstreamapp/soql-parser-js';
import { parseSoql } from '../soql/parse.ts';

type Column = { aggregate: boolean; columnName: string; displayName: string; joinColumns: Column[] };

const column = (columnName: string, joinColumns: Column[] = [], aggregate = false): Column => ({
  aggregate,
  columnName,
  displayName: columnName,
  joinColumns,
});

/** `Profile.UserLicense.Name`: a column in a column in a column. */
const nested = ([first = '', ...rest]: readonly string[]): Column =>
  column(first, rest.length === 0 ? [] : [nested(rest)]);

const columnOf = (field: FieldType): Column[] => {
  switch (field.type) {
    case 'Field':
      return [column(field.alias ?? field.field)];
    case 'FieldRelationship':
      return [nested([...field.relationships, field.field])];
    case 'FieldFunctionExpression':
      return [column(field.alias ?? field.functionName.toLowerCase(), [], true)];
    case 'FieldSubquery':
      return [column(field.subquery.relationshipName, (field.subquery.fields ?? []).flatMap(columnOf), true)];
    default:
      return [];
  }
};

/**
 * What a query with `columns=true` answers: its columns instead of its rows. No answer of a server is recorded;
 * these are the members that the `sf` CLI reads (its `data query` asks this beside the rows).
 */
export const columnsOf = (text: string): unknown => {
  const { fields = [], sObject } = parseSoql(text);
  return { columnMetadata: fields.flatMap(columnOf), entityName: sObject };
};
