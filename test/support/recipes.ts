import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './cli.ts';

/** One fenced block of a page, with its name from the comment before it. */
export type Recipe = { readonly name: string; readonly language: string; readonly text: string };

const fence = /^<!-- recipe: ([a-z-]+) -->\n\n```([a-z]+)\n(.*?)^```$/gmsu;

/** `page`: from the root of the repo. */
export const recipesIn = (page: string): readonly Recipe[] =>
  [...readFileSync(path.join(root, page), 'utf8').matchAll(fence)].map(([, name = '', language = '', text = '']) => ({
    name,
    language,
    text,
  }));

/** The text of a recipe. Throws where the page has none of that name. */
export const recipeIn = (page: string, wanted: string): string => {
  const found = recipesIn(page).find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`${page} has no recipe ${wanted}`);
  return found.text;
};
