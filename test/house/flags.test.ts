import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { root } from '../support/cli.ts';

type Flag = {
  readonly name: string;
  readonly char?: string;
  readonly summary?: string;
  readonly relationships?: ReadonlyArray<{ readonly flags: readonly string[] }>;
  readonly dependsOn?: readonly string[];
};
type Manifest = {
  readonly commands: Readonly<Record<string, { readonly id: string; readonly flags: Readonly<Record<string, Flag>> }>>;
};

const { commands } = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;

/** The CLI has words of its own for these. */
const givenByTheCli: ReadonlySet<string> = new Set(['api-version', 'flags-dir', 'json']);

/** Flags that functions make, which the rules of lint for plugins do not see: the same, of what oclif knows. */
describe('the flags of every command', () => {
  for (const { id, flags } of Object.values(commands)) {
    const all = Object.values(flags).filter(({ name }) => !givenByTheCli.has(name));

    it(`${id.replaceAll(':', ' ')}: names with dashes, a summary each, -h is help, -o the org, no letter twice`, () => {
      for (const { name, char, summary } of all) {
        expect(name).to.match(/^[a-z]+(?:-[a-z]+)*$/u);
        expect(summary ?? '', name).to.match(/^\S.+\.$/su);
        expect(char, name).not.to.equal('h');
        expect(char === 'o', name).to.equal(name === 'target-org');
      }
      const letters = all.flatMap(({ char }) => char ?? []);
      expect(new Set(letters).size).to.equal(letters.length);
    });

    it(`${id.replaceAll(':', ' ')}: what goes with a flag, or not, is a flag`, () => {
      const named = all.flatMap(({ relationships = [], dependsOn = [] }) => [
        ...relationships.flatMap((one) => one.flags),
        ...dependsOn,
      ]);
      expect(named.filter((name) => !(name in flags))).to.deep.equal([]);
    });
  }
});
