/** Runs `work` on each, at most so many at once; answers in the order given. */
export const eachOf = async <T, R>(
  items: readonly T[],
  sideBySide: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results = new Map<number, R>();
  const queue = [...items.entries()];
  const take = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, items.length) }, take));
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
};
