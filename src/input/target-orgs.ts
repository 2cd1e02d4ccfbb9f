import { Flags } from '@oclif/core';
import { linesIn } from './list-file.ts';
import type { Words } from './worded.ts';

/** One org or several. Plain text: the CLI's own flag takes one, and asks it for its version before anything is checked. */
export const targetOrgsFlag = (words: Words, helpGroup?: string) =>
  Flags.string({
    summary: words.getMessage('flags.target-org.summary'),
    char: 'o',
    multiple: true,
    ...(helpGroup === undefined ? {} : { helpGroup }),
  });

/** The orgs that were named, each once. `@file`: an alias or username a line. Throws `Trouble` where such a file names none. */
export const readTargetOrgs = async (given: readonly string[] | undefined): Promise<readonly string[]> => {
  const named = await Promise.all(
    (given ?? []).map((one) => (one.startsWith('@') ? linesIn(one.slice(1), 'org-file') : Promise.resolve([one]))),
  );
  return [...new Set(named.flat())];
};
