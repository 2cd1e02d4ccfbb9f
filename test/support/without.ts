/** The same data without some members. */
export const without = <T extends object, K extends keyof T>(data: T, ...names: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !names.some((name) => name === key))) as Omit<T, K>;
