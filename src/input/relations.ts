import { loadWords } from '../words/index.ts';

/** How a flag goes with others. */
export type Relations = {
  readonly notWith?: readonly string[];
  /** It says nothing without this one, or all of these. */
  readonly needs?: string | readonly string[];
  /** It says nothing without one of these. */
  readonly needsOneOf?: readonly string[];
};

const words = loadWords();

const listed = (flags: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat('en', { type }).format(flags.map((name) => `--${name}`));

const sentence = (
  key: string,
  flags: readonly string[],
  type: Parameters<typeof listed>[1] = 'disjunction',
): readonly string[] => (flags.length === 0 ? [] : [words.text('shell', key, { flags: listed(flags, type) })]);

/**
 * A flag that goes only with some of the others: oclif refuses the rest, and `--help` says so in the flag's own words, since the usage
 * line of oclif shows two flags that a third one excludes as if they excluded each other.
 */
export const related = <T extends { readonly summary: string }>(
  flag: T,
  { notWith = [], needs, needsOneOf = [] }: Relations,
) => {
  const needed = [needs ?? []].flat();
  return {
    ...flag,
    summary: [
      flag.summary,
      ...sentence('only-with', needed, 'conjunction'),
      ...sentence('only-with', needsOneOf),
      ...sentence('not-with', notWith),
    ].join(' '),
    relationships: [
      { type: 'none' as const, flags: [...notWith] },
      { type: 'all' as const, flags: needed },
      ...(needsOneOf.length === 0 ? [] : [{ type: 'some' as const, flags: [...needsOneOf] }]),
    ],
  };
};
