import { globSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { filesWithNumbers, testsOf } from '../../scripts/constants/numbers.ts';
import { areas } from '../../scripts/mutants/areas.ts';
import { explained } from '../../scripts/mutants/survivors.ts';

const folders = readdirSync('src').filter((name) => statSync(path.join('src', name)).isDirectory());

describe('what the proofs change, and the tests that should notice', () => {
  it('are files that there are', () => {
    const globs = [
      ...Object.values(areas).flatMap(({ mutate, tests }) => [...mutate, ...tests]),
      ...Object.values(testsOf).flat(),
    ];
    for (const glob of globs) expect(globSync(glob.replace(/^!/u, '')), glob).not.to.have.lengthOf(0);
  });

  it('no folder of src that names a number is left out, and none is listed that names none', () => {
    const naming = folders.filter((folder) => filesWithNumbers(folder).length > 0);
    expect(Object.keys(testsOf)).to.have.members(naming);
  });

  it('each survivor that is explained stands in a file that is changed, and says why', () => {
    const changed = new Set([
      ...Object.values(areas).flatMap(({ mutate }) => mutate.flatMap((glob) => globSync(glob))),
      ...folders.flatMap(filesWithNumbers),
    ]);
    for (const { file, why } of explained()) {
      expect([...changed]).to.include(file);
      expect(why).to.match(/\w\.$/u);
    }
  });
});
