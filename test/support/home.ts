/**
 * Runs `use` with the variables of an isolated home, and puts the old ones back. Runs that overlap would see each other's home,
 * so they wait for one another. The CLI's packages remember the home that they first saw: their memory is cleared.
 */
let last: Promise<unknown> = Promise.resolve();

const swap = (env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> => {
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  return before;
};

const forget = async (): Promise<void> => {
  const { ConfigAggregator, StateAggregator } = await import('@salesforce/core');
  await StateAggregator.clearInstanceAsync();
  await ConfigAggregator.clearInstance();
};

export const inHome = <T>(env: Readonly<Record<string, string>>, use: () => Promise<T>): Promise<T> => {
  const run = async (): Promise<T> => {
    const before = swap(env);
    try {
      await forget();
      return await use();
    } finally {
      swap(before);
    }
  };
  const result = last.then(run, run);
  last = result.catch(() => undefined);
  return result;
};
