import fc from 'fast-check';
import { canaries } from './laws.ts';

/** What breaks readers: signs that a format takes for its own, ends, far too much of something, and secrets. */
const fragments = [
  ...[
    '"',
    "'",
    '\\',
    '\n',
    '\r\n',
    '\t',
    ',',
    ';',
    ':',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '&',
    '=',
    '%',
    '-----',
    '@',
    '!',
  ],
  ...['\0', '\uFEFF', '\u202E', '\uD800', '👍', 'null', 'NaN', '1e999', '-1', '0x', '__proto__', 'constructor'],
  ...Object.values(canaries).flatMap((secret) => [secret, ` ${secret}`]),
  ...['2026-02-30T25:61:61Z', 'x'.repeat(5000), '[['.repeat(500), '='.repeat(300), '9'.repeat(400)],
];

/** One of many: `fc.constantFrom` looks at each of them whenever it is made. */
const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> =>
  fc.nat({ max: Math.max(0, values.length - 1) }).map((at) => values[at]!);

// Made once: that takes a while.
const noise = fc.string({ unit: 'binary', maxLength: 20 });
const anyJson = fc.jsonValue({ maxDepth: 2 });

type Edit = { readonly at: number; readonly cut: number; readonly put: string };

const edit = (tokens: readonly string[]): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(60),
    put: fc.oneof(fc.constantFrom(...fragments), oneOf(['', ...tokens]), noise),
  });

const applied = (text: string, { at, cut, put }: Edit): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
};

/** One of the texts, cut and filled in some places. */
export const mutatedText = (seeds: readonly string[], tokens: readonly string[] = []): fc.Arbitrary<string> =>
  fc.tuple(oneOf(seeds), fc.array(edit(tokens), { maxLength: 6 })).map(([seed, edits]) => edits.reduce(applied, seed));

/** The beginning of one of the texts, and the end of another. */
export const spliced = (seeds: readonly string[]): fc.Arbitrary<string> => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .tuple(oneOf(seeds), place, oneOf(seeds), place)
    .map(([one, to, other, from]) => one.slice(0, to * one.length) + other.slice(from * other.length));
};

const odd = (tokens: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [null], { length: 7 }, ...fragments),
    oneOf<unknown>(['', ...tokens]),
    anyJson,
  );

type Change = { readonly place: number; readonly value: unknown };

/** The same data with its nth node changed, counted as they are met. */
const changed = (data: unknown, { place, value }: Change): unknown => {
  let nodes = 0;
  const count = (node: unknown): number =>
    1 +
    (typeof node === 'object' && node !== null
      ? Object.values(node).reduce<number>((sum, one) => sum + count(one), 0)
      : 0);
  const wanted = place % count(data);
  const walk = (node: unknown): unknown => {
    const here = nodes;
    nodes += 1;
    if (here === wanted) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, walk(one)]));
  };
  return walk(data);
};

/** One of the data, with other values of any type in some places. */
const mutatedData = (seeds: readonly unknown[], tokens: readonly string[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(oneOf(seeds), fc.array(fc.record({ place: fc.nat(), value: odd(tokens) }), { minLength: 1, maxLength: 4 }))
    .map(([seed, changes]) => changes.reduce(changed, seed));

const dataIn = (text: string): readonly unknown[] => {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
};

/** The same of texts that hold JSON: changed as data where they still do, or as a text. */
export const mutatedJson = (seeds: readonly string[], tokens: readonly string[]): fc.Arbitrary<string> => {
  const data = seeds.flatMap(dataIn);
  const text = mutatedText(seeds, tokens);
  return data.length === 0
    ? text
    : fc.oneof(
        { weight: 4, arbitrary: mutatedData(data, tokens).map((changed) => JSON.stringify(changed)) },
        { weight: 1, arbitrary: text },
      );
};
