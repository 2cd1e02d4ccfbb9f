type Method = (this: unknown, ...given: unknown[]) => unknown;

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? (value as { readonly length: number }).length : 0;

/** What a call costs at least: the characters or elements that it goes over. */
type Cost = (self: unknown, given: readonly unknown[], result: unknown) => number;

const whole: Cost = (self) => lengthOf(self);
const ofResult: Cost = (_self, _given, result) => lengthOf(result);

/** From where a pattern begins to look to the end of what it finds; to the end of the text where it finds nothing. A sticky one looks in one place. */
const exec: Cost = (self, [text], result) => {
  const pattern = self as RegExp;
  const length = lengthOf(text);
  const found = result as RegExpExecArray | null;
  if (pattern.sticky) return found === null ? 1 : found[0].length + 1;
  if (found === null) return length;
  return pattern.global ? found[0].length + 1 : found.index + found[0].length;
};

const counted: ReadonlyArray<readonly [object, readonly PropertyKey[], Cost]> = [
  [String.prototype, ['slice', 'substring', 'trim', 'toLowerCase', 'toUpperCase'], ofResult],
  [String.prototype, ['split', 'includes', 'startsWith', 'replace', 'replaceAll'], whole],
  [
    Array.prototype,
    ['filter', 'map', 'flatMap', 'some', 'every', 'find', 'findIndex', 'reduce', 'sort', 'forEach', 'join'],
    whole,
  ],
  [Array.prototype, ['slice'], ofResult],
  [Array.prototype, [Symbol.iterator], whole],
  [RegExp.prototype, ['exec'], exec],
];

/** Steps that a piece of work takes: characters and elements gone over by the calls of strings, arrays and patterns in it. Not time. */
export const stepsOf = (work: () => unknown): number => {
  let steps = 0;
  const restore: Array<() => void> = [];
  for (const [owner, names, cost] of counted) {
    for (const name of names) {
      const method = Reflect.get(owner, name) as Method;
      const wrapped: Method = function (...given) {
        const result = Reflect.apply(method, this, given);
        steps += cost(this, given, result);
        return result;
      };
      Reflect.set(owner, name, wrapped);
      restore.push(() => Reflect.set(owner, name, method));
    }
  }
  try {
    work();
  } finally {
    for (let at = restore.length - 1; at >= 0; at -= 1) restore[at]?.();
  }
  return steps;
};
