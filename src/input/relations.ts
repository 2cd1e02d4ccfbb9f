import { loadWords } from '../words/index.ts';

/** How a flag goes with others. */
type Relations = {
  readonly notWith?: readonly string[];
  /** It says nothing without this one. */
  readonly needs?: string;
};

const words = loadWords();

const list = new Intl.ListFormat('en', { type: 'disjunction' });

const sentence = (key: string, flags: readonly string[]): readonly string[] =>
  flags.length === 0 ? [] : [words.text('shell', key, { flags: list.format(flags.map((name) => `--${name}`)) })];

/**
 * A flag that goes only with some of the others: oclif refuses the rest, and `--help` says so in the flag's own words, since the usage
 * line of oclif shows two flags that a third one excludes as if they excluded each other.
 */
export const related = <T extends { readonly summary: string }>(flag: T, { notWith = [], needs }: Relations) => {
  const needed = needs === undefined ? [] : [needs];
  return {
    ...flag,
    summary: [flag.summary, ...sentence('only-with', needed), ...sentence('not-with', notWith)].join(' '),
    relationships: [
      { type: 'none' as const, flags: [...notWith] },
      { type: 'all' as const, flags: needed },
    ],
  };
};
