import fc from 'fast-check';

/** What breaks readers: signs that a format takes for its own, ends, and far too much of something. */
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
  ...['2026-02-30T25:61:61Z', 'x'.repeat(5000), '[['.repeat(500), '='.repeat(300), '9'.repeat(400)],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(60),
  put: fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 20 })),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const applied = (text: string, { at, cut, put }: Edit): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
};

/** One of the texts, cut and filled in some places. */
export const mutatedText = (seeds: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 6 }))
    .map(([seed, edits]) => edits.reduce(applied, seed));

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [null], { length: 7 }, ...fragments),
  fc.jsonValue({ maxDepth: 2 }),
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
export const mutatedData = (seeds: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.record({ place: fc.nat(), value: odd }), { minLength: 1, maxLength: 4 }),
    )
    .map(([seed, changes]) => changes.reduce(changed, seed));

/** As a file holds it: changed as data, or as a text. */
export const mutatedJson = (seeds: readonly unknown[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: mutatedData(seeds).map((data) => JSON.stringify(data)) },
    { weight: 1, arbitrary: mutatedText(seeds.map((seed) => JSON.stringify(seed))) },
  );
