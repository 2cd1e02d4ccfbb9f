import { readFileSync } from 'node:fs';

/** One fenced block of a page, with its name from the comment before it. */
export type Recipe = { readonly name: string; readonly language: string; readonly text: string };

const fence = /^<!-- recipe: ([a-z-]+) -->\n\n```([a-z]+)\n(.*?)^```$/gmsu;

export const recipes = (page = 'docs/ci.md'): readonly Recipe[] =>
  [...readFileSync(page, 'utf8').matchAll(fence)].map(([, name = '', language = '', text = '']) => ({
    name,
    language,
    text,
  }));

/** The `sf` commands of a recipe as a shell runs them, whatever stands round them in YAML or Groovy. */
export const sfCommands = ({ text }: Recipe): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const found = /^\s*(?:- )?(?:run: |script: )?(?:sh ')?(sf [a-z].*?)'?$/u.exec(line);
    return found?.[1] === undefined ? [] : [found[1]];
  });
