type Change = (text: string) => string;

const walk = (data: unknown, change: Change, keep: ReadonlySet<string>): unknown => {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((item) => walk(item, change, keep));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, keep.has(key) ? (value as unknown) : walk(value, change, keep)]),
  );
};

/** The same plain data with every string in it changed; the members named in `keep` stay as they are, and so do keys. */
export const mapStrings = <T>(data: T, change: Change, keep: ReadonlySet<string> = new Set()): T =>
  walk(data, change, keep) as T;
