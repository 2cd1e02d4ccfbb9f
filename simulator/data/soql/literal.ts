import { isId, type Column } from '../schema/objects.ts';
import { quoted } from './call.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text between the quotes of a SOQL string. */
const unquoted = (literal: string): string =>
  literal.slice(1, -1).replaceAll(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);

/** A LIKE pattern keeps its escapes: SQL is told that `\` is the escape sign. */
export const likePattern = (literal: string): string => literal.slice(1, -1).replaceAll(/\\(['"])/g, '$1');

const kinds: Readonly<Record<string, readonly string[]>> = {
  boolean: ['BOOLEAN'],
  dateTime: ['DATETIME'],
  date: ['DATE'],
  int: ['INTEGER', 'DECIMAL'],
  double: ['INTEGER', 'DECIMAL'],
};

/** Whether a literal of this kind may be compared with a column of this type. */
export const suits = (type: string, literalType: string): boolean =>
  literalType === 'NULL' || (kinds[type] ?? ['STRING']).includes(literalType);

export const isQuotedType = (type: string): boolean => kinds[type] === undefined;

/** A literal as SQL, in the form in which the column keeps its values. Ids: their first 15 characters. */
export const literalSql = (column: Pick<Column, 'name' | 'type'>, literal: string, literalType: string): string => {
  if (literalType === 'NULL') return 'NULL';
  if (literalType === 'STRING') {
    const text = unquoted(literal);
    return quoted(isId({ ...column, filter: true, group: true, sort: true }) ? text.slice(0, 15) : text);
  }
  if (literalType === 'BOOLEAN') return literal.toUpperCase() === 'TRUE' ? '1' : '0';
  if (literalType === 'DATETIME') return String(Date.parse(literal));
  if (literalType === 'DATE') return quoted(literal);
  return String(Number(literal));
};
