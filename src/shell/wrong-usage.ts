import { SfError } from '@salesforce/core';
import { exitCodes, messageOf } from '../model/index.ts';
import type { Words } from '../words/index.ts';

/** Shorter ones are no secrets, and parts of other words. */
const shortest = 4;

/** The values that were typed: whole, and the parts of those that are lists. */
const typedValues = (argv: readonly string[]): readonly string[] =>
  argv
    .map((word) => (word.startsWith('-') ? word.slice(word.indexOf('=') + 1 || word.length) : word))
    .flatMap((value) => [value, ...value.split(',')])
    .filter((value) => value.length >= shortest)
    .toSorted((a, b) => b.length - a.length);

const marks = ['=', ' ', '\t', '\n'] as const;

/** oclif repeats what was typed. It was typed in the wrong place, so it may be a secret. */
const withoutValues = (message: string, argv: readonly string[], hidden: string): string =>
  typedValues(argv).reduce(
    (text, value) => marks.reduce((said, mark) => said.replaceAll(`${mark}${value}`, `${mark}${hidden}`), text),
    message,
  );

/** What went wrong, as the words of oclif's parser tell it; each has its advice in `messages/shell.md`. */
const mistakes: ReadonlyArray<readonly [RegExp, string]> = [
  [/^Unexpected argument/u, 'extra-words'],
  [/^Nonexistent flag/u, 'no-such-flag'],
  [/cannot also be provided/u, 'clash'],
  [/must be provided when using/u, 'incomplete'],
  [/^Flag \S+ expects/u, 'no-value'],
  [/Missing required flag/u, 'missing'],
];

/** Anything else is a value that the flag does not take. */
const mistakeIn = (said: string): string => mistakes.find(([words]) => words.test(said))?.[1] ?? 'wrong-value';

/**
 * What oclif says of flags that cannot be parsed, with our exit code: inside `sf` it has another one for some of them.
 * Never as the cause: the CLI makes suggestions of it that repeat what was typed.
 */
export const wrongUsage = (error: unknown, argv: readonly string[], words: Words): SfError => {
  const said = messageOf(error);
  const message = withoutValues(said, argv, words.text('shell', 'hidden'));
  return new SfError(
    message,
    'WrongUsageError',
    words.list('shell', `wrong-usage.${mistakeIn(said)}.actions`),
    exitCodes.wrongUsage,
  );
};
