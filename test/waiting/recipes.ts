import { recipesIn, type Recipe } from '../support/recipes.ts';

export const recipes = (page = 'docs/ci.md'): readonly Recipe[] => recipesIn(page);

/** The `sf` commands of a recipe as a shell runs them, whatever stands round them in YAML or Groovy. */
export const sfCommands = ({ text }: Recipe): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const found = /^\s*(?:- )?(?:run: |script: )?(?:sh ')?(sf [a-z].*?)'?$/u.exec(line);
    return found?.[1] === undefined ? [] : [found[1]];
  });
