import type { FieldFunctionExpression, FieldType, FunctionExp } from '@jetstreamapp/soql-parser-js';

type Plain = Extract<FieldType, { type: 'Field' | 'FieldRelationship' }>;

export const isPlain = (field: FieldType): field is Plain =>
  field.type === 'Field' || field.type === 'FieldRelationship';

/** The path of a field as the query spells it, an alias in front of it left out. */
export const pathOf = (field: Plain): string =>
  field.type === 'Field' ? field.field : (field.rawValue ?? [...field.relationships, field.field].join('.'));

/** `SELECT Status s, ...` in a query with groups. */
export const aliasOf = (field: Plain): string | undefined =>
  'alias' in field && typeof field.alias === 'string' ? field.alias : undefined;

/** The first parameter where it is a word, such as the column or the `ALL` of `FIELDS(ALL)`. */
export const wordIn = ({ parameters = [] }: FunctionExp | FieldFunctionExpression): string => {
  const [first] = parameters;
  return typeof first === 'string' ? first : '';
};
