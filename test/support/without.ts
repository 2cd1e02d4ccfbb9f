/** The same data without one member. */
export const without = <T extends object, K extends keyof T>(data: T, name: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== name)) as Omit<T, K>;
