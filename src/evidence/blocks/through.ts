import { query } from '../org/soql.ts';
import {
  answerOf,
  blocksOf,
  isSame,
  listed,
  literal,
  mostRows,
  refusalOfAll,
  sameKey,
  textIn,
  unquoted,
  wholeRows,
  withColumns,
  type Shape,
} from './block.ts';

/** One value of a table that leads to the rows: `... WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = '0H4...')`. */
const shape = new RegExp(
  String.raw`^SELECT (?<select>[^()]+?) FROM (?<from>\w+) WHERE (?<column>\w+) IN \(SELECT (?<key>\w+) FROM (?<through>\w+) WHERE (?<by>\w+) = '(?<value>${literal})'\)(?: LIMIT \d+)?$`,
  'su',
);

/** The same for many values, and which value leads to which row. */
export const throughTables: Shape = blocksOf(
  shape,
  ['select', 'from', 'column', 'key', 'through', 'by'],
  (of, some) => {
    const { select = '', from = '', column = '', key = '', through = '', by = '' } = of;
    const where = `WHERE ${by} IN (${listed(some.map(({ of: { value = '' } }) => value))})`;
    const inner = `SELECT ${key} FROM ${through} ${where}`;
    return {
      requests: [
        query(`SELECT ${withColumns(select, [column])} FROM ${from} WHERE ${column} IN (${inner}) LIMIT ${mostRows}`),
        query(`SELECT ${withColumns(key, [by])} FROM ${through} ${where} LIMIT ${mostRows}`),
      ],
      members: some.map(({ at, of: { value = '' } }) => ({
        at,
        read: ([answer, leading]) => {
          const [rows, ways] = [wholeRows(answer), wholeRows(leading)];
          if (rows === undefined || ways === undefined) return refusalOfAll(answer);
          const own = ways.filter((row) => isSame(textIn(row, by), unquoted(value)));
          const keys = new Set(own.map((row) => sameKey(textIn(row, key))));
          return answerOf(rows.filter((row) => keys.has(sameKey(textIn(row, column)))));
        },
      })),
    };
  },
);
