import { expect } from 'chai';
import { formats } from '../../src/output/formats.ts';
import { recipes, sfCommands } from '../waiting/recipes.ts';

/** What each pipeline reads. One of them is run as it stands there: test/e2e/recipe.test.ts. */
const format: Readonly<Record<string, string>> = {
  github: 'github',
  gitlab: 'gitlab',
  jenkins: 'junit',
  azure: 'junit',
  bitbucket: 'junit',
};

describe('the recipes of docs/preview.md', () => {
  const all = recipes('docs/preview.md');

  it('are one for each pipeline, each with the one line that it takes', () => {
    expect(all.map(({ name }) => name)).to.deep.equal(Object.keys(format));
    for (const recipe of all) {
      const [line, ...others] = sfCommands(recipe);
      expect(others, recipe.name).to.deep.equal([]);
      expect(line, recipe.name).to.match(
        new RegExp(
          `^sf auth preview --source-dir force-app --target-org prod --result-format ${format[recipe.name]}( --output-file [a-z-/]+\\.(json|xml))?$`,
          'u',
        ),
      );
    }
    for (const name of Object.values(format)) expect(formats).to.include(name);
  });
});
