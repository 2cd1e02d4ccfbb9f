const literal = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

/** Whether a word of those that were looked for stands in the text. */
export type Stands = (word: string) => boolean;

/** Looks for many words at once: to look for each of them is to go over the text again for each. */
export const makeWordSearch = (words: Iterable<string>): ((source: string) => Stands) => {
  // Of those that begin alike the longest is found, which tells of the others as well.
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(literal).join('|'), 'gu');
  return (source) => {
    const found = new Set<string>();
    any.lastIndex = 0;
    // One may begin inside another.
    for (let hit = any.exec(source); hit !== null; any.lastIndex = hit.index + 1, hit = any.exec(source))
      found.add(hit[0]);
    const all = [...found];
    return (word) => all.some((one) => one.startsWith(word));
  };
};
