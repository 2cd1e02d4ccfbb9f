import type { Messages } from '@salesforce/core';

export type Words = Messages<string>;

/** The words of a command's flags: a summary each, and for those in `described`, of which it does not say all, a description. */
export const wordedBy =
  (described: ReadonlySet<string>) =>
  (words: Words, flag: string): { summary: string; description?: string } => ({
    summary: words.getMessage(`flags.${flag}.summary`),
    ...(described.has(flag) ? { description: words.getMessage(`flags.${flag}.description`) } : {}),
  });

/** The same, under the heading of a group of flags. */
export const groupedBy = (described: ReadonlySet<string>) => {
  const worded = wordedBy(described);
  return (words: Words, group: string) => {
    const helpGroup = words.getMessage(`flag-groups.${group}`);
    return (flag: string) => ({ ...worded(words, flag), helpGroup });
  };
};
