import { query } from '../org/soql.ts';
import {
  answerOf,
  blocksOf,
  isSame,
  listed,
  literal,
  mostRows,
  refusalOfAll,
  textIn,
  unquoted,
  wholeRows,
  withColumns,
  type Shape,
} from './block.ts';

/** One value of one column, as many questions ask for it: `... WHERE UserId = '005...'`. A query that groups has no place for the column. */
const shape = new RegExp(
  String.raw`^SELECT (?<select>[^()]+?) FROM (?<from>\w+) WHERE (?<column>[\w.]+) = '(?<value>${literal})'(?<rest>(?: AND (?:[^'()]+?|\([^'()]+\)))?)(?: LIMIT \d+)?$`,
  'su',
);

/** What differs in one value alone is asked for many values at once. */
export const inValues: Shape = blocksOf(shape, ['select', 'from', 'column', 'rest'], (of, some) => {
  const { select = '', from = '', column = '', rest = '' } = of;
  const values = listed(some.map(({ of: { value = '' } }) => value));
  const soql = `SELECT ${withColumns(select, [column])} FROM ${from} WHERE ${column} IN (${values})${rest} LIMIT ${mostRows}`;
  return {
    requests: [query(soql)],
    members: some.map(({ at, of: { value = '' } }) => ({
      at,
      read: ([answer]) => {
        const own = wholeRows(answer)?.filter((row) => isSame(textIn(row, column), unquoted(value)));
        return own === undefined ? refusalOfAll(answer) : answerOf(own);
      },
    })),
  };
});
