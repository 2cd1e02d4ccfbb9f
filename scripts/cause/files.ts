/** As ids are written: words of the field, lower case, joined by hyphens. */
export const isId = (text: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(text);

/** `user-frozen.run-as` -> `userFrozenRunAs`: the name by which an import goes. */
export const variable = (id: string): string =>
  id.replaceAll(/[-.](\w)/gu, (_, letter: string) => letter.toUpperCase());

/** The four files of a cause that people write; its page in `docs/causes` is made from them. */
export const filesOf = (id: string): { cause: string; words: string; test: string; scenario: string } => ({
  cause: `src/causes/${id}.ts`,
  words: `messages/cause.${id}.md`,
  test: `test/causes/${id}.test.ts`,
  scenario: `simulator/scenarios/${id}.ts`,
});

/** A name where it stands alone: `user-frozen` in `'user-frozen'` and `cause.user-frozen.md`, not in `user-frozen-long-ago`. */
export const named = (name: string): RegExp => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'gu');
