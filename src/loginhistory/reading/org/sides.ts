import type { LoginGroup } from '../tally/group.ts';

/** On which sides of the successes something stands where the org sorts by status. */
export type Sides = ReadonlyArray<'ASC' | 'DESC'>;

/** The statuses before and behind the successes of one span. Where it has no success, nothing is told. */
const sidesIn = (sorted: readonly LoginGroup[]): ReadonlyArray<readonly [Sides[number], string]> => {
  const first = sorted.findIndex(({ success }) => success);
  return sorted.flatMap(({ success, status }, at) =>
    success || first === -1 ? [] : [[at < first ? 'ASC' : 'DESC', status] as const],
  );
};

/**
 * The sides on which failures are to be looked for, from groups in the order in which the org sorts them. Nobody knows how an
 * org orders letters, so it is read off; a status that never stands beside a success may be on either side.
 */
export const sidesOf = (groups: readonly LoginGroup[]): Sides => {
  const placed = new Map<string, Set<Sides[number]>>();
  for (const group of groups) if (!group.success) placed.set(group.status, placed.get(group.status) ?? new Set());
  for (const span of Map.groupBy(groups, ({ hour }) => hour).values()) {
    for (const [side, status] of sidesIn(span)) placed.get(status)?.add(side);
  }
  const sides = [...placed.values()].flatMap((found): Sides => (found.size === 0 ? ['ASC', 'DESC'] : [...found]));
  return [...new Set(sides)].toSorted();
};

export const sumOf = (groups: Iterable<LoginGroup>): number => {
  let sum = 0;
  for (const { count } of groups) sum += count;
  return sum;
};
