/** So much of one value is read. */
const mostDepth = 5;
const mostValues = 300;
const longestText = 100_000;
const longestStack = 8000;

/** The sides of an error object that tell of the request, not of the answer: they are large, and hold secrets. */
const ofTheRequest =
  /^(?:config|request|_?req|_redirectable|socket|agent|options|parent|_?headers|rawHeaders|timings|ip)$/iu;

/** Reads a member of a foreign object: a getter or a proxy may throw. */
const read = (thing: object, key: PropertyKey): unknown => {
  try {
    return Reflect.get(thing, key);
  } catch {
    return undefined;
  }
};

/** Members that clients hide from `Object.keys`: `cause` and `errors` of JavaScript's own errors, `response` of got's. */
const hidden = ['cause', 'errors', 'response', 'body'];

const keysOf = (thing: object): string[] => {
  try {
    return Object.keys(thing);
  } catch {
    return [];
  }
};

const isError = (thing: object): boolean => {
  try {
    return (
      thing instanceof Error || (typeof read(thing, 'message') === 'string' && typeof read(thing, 'name') === 'string')
    );
  } catch {
    return false;
  }
};

const bytesOf = (thing: object): string | undefined => {
  try {
    if (!ArrayBuffer.isView(thing)) return undefined;
    const { buffer, byteOffset, byteLength } = thing;
    return new TextDecoder().decode(new Uint8Array(buffer, byteOffset, Math.min(byteLength, longestText)));
  } catch {
    return undefined;
  }
};

/** Its stack, which most often begins with its name and message; else these. */
const headOf = (error: object): string => {
  const [name, message, stack] = ['name', 'message', 'stack'].map((key) => read(error, key));
  const told = `${typeof name === 'string' ? name : 'Error'}: ${typeof message === 'string' ? message : ''}`;
  if (typeof stack !== 'string') return told;
  return typeof message === 'string' && stack.includes(message) ? stack.slice(0, longestStack) : told;
};

type Walk = { left: number; readonly seen: Set<object>; readonly lines: string[] };

const write = (walk: Walk, key: string | undefined, value: string): void => {
  const line = value.slice(0, longestText);
  walk.lines.push(key === undefined ? line : `"${key}": ${/[\n"]/u.test(line) ? line : JSON.stringify(line)}`);
};

const walkObject = (thing: object, depth: number, walk: Walk): void => {
  if (depth > mostDepth || walk.seen.has(thing)) return;
  walk.seen.add(thing);
  const head = isError(thing) ? headOf(thing) : undefined;
  if (head !== undefined) write(walk, undefined, head);
  const told = new Set(head === undefined ? [] : ['name', 'message', 'stack']);
  const keys = new Set([...keysOf(thing), ...hidden]);
  for (const key of keys) {
    if (!told.has(key) && !ofTheRequest.test(key))
      walkValue(read(thing, key), Array.isArray(thing) ? undefined : key, depth + 1, walk);
  }
};

const walkValue = (value: unknown, key: string | undefined, depth: number, walk: Walk): void => {
  walk.left -= 1;
  if (walk.left < 0) return;
  if (typeof value === 'string') write(walk, key, value);
  else if (typeof value === 'number' || typeof value === 'boolean') write(walk, key, String(value));
  else if (typeof value === 'object' && value !== null) {
    const bytes = bytesOf(value);
    if (bytes === undefined) walkObject(value, depth, walk);
    else write(walk, key, bytes);
  }
};

/**
 * What a client threw or logged, as text to recognise: a string as it is; an Error with its name, message, stack and own members,
 * the body of the answer that it carries, and its chain of causes. What belongs to the request is left out. Never throws.
 */
export const textOf = (thrown: unknown): string => {
  if (typeof thrown === 'string') return thrown;
  const walk: Walk = { left: mostValues, seen: new Set(), lines: [] };
  walkValue(thrown, undefined, 0, walk);
  return walk.lines.join('\n').slice(0, longestText);
};
