import type { Statement } from './statement.ts';

/** Which line of a list of JWT attempts matters: a wrong audience or an unknown key only where no line got further. */
export const reachOf = (statement: Statement): number => {
  if (statement.entry?.id === 'grant.audience') return 0;
  if (statement.entry === undefined) return 1;
  return ['client.unknown_id', 'eca.not_installed'].includes(statement.entry.id) ? 2 : 3;
};

/** The furthest that any line of each list got. */
export const furthestOf = (statements: readonly Statement[]): ReadonlyMap<number, number> => {
  const lists = new Map<number, number>();
  for (const statement of statements) {
    if (statement.list !== undefined) {
      lists.set(statement.list, Math.max(lists.get(statement.list) ?? 0, reachOf(statement)));
    }
  }
  return lists;
};
