import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { sfRecommended, sfRules } from '../../../scripts/house/sf-plugin-rules.ts';
import { root } from '../../support/cli.ts';

type Flag = { readonly char?: string; readonly summary?: string; readonly description?: string };

const { commands } = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as {
  readonly commands: Readonly<Record<string, { readonly flags: Readonly<Record<string, Flag>> }>>;
};

const command = 'src/commands/auth/explain.ts';
const source = readFileSync(path.join(root, command), 'utf8');

/** Rules that read types see them in lint alone. */
const typed: ReadonlySet<string> = new Set([
  'sf-plugin/no-classes-in-command-return-type',
  'sf-plugin/no-missing-messages',
]);

const refused = (text: string): readonly string[] => {
  const rules = Object.fromEntries(Object.entries(sfRecommended).filter(([name]) => !typed.has(name)));
  const languageOptions = { parser: tseslint.parser as Linter.Parser };
  const config = { files: ['**/*.ts'], languageOptions, plugins: { 'sf-plugin': { rules: sfRules } }, rules };
  return new Linter({ cwd: root })
    .verify(text, [config], { filename: path.join(root, command) })
    .map(({ ruleId, message }) => ruleId ?? message);
};

describe('the rules of Salesforce for plugins', () => {
  it('find nothing in a command of ours', () => expect(refused(source)).to.deep.equal([]));

  const breaks: ReadonlyArray<readonly [string, string | RegExp, string]> = [
    ['sf-plugin/command-example', /^.*readonly examples.*$/mu, ''],
    ['sf-plugin/read-only-properties', 'override readonly summary', 'override summary'],
  ];
  for (const [rule, from, to] of breaks)
    it(`see our commands: ${rule}`, () => expect(refused(source.replace(from, to))).to.include(rule));

  // Our flags stand in `src/input`, where the rules look for none: what they ask of a flag is asked of all that the commands have.
  for (const [id, { flags }] of Object.entries(commands))
    it(`hold for each flag of ${id}`, () => {
      for (const [name, { char, summary, description }] of Object.entries(flags)) {
        expect(name, 'sf-plugin/flag-case').to.match(/^[a-z]+(?:-[a-z]+)*$/u);
        expect(char, `${name}: sf-plugin/no-h-short-char`).not.to.equal('h');
        expect(summary ?? description, `${name}: sf-plugin/flag-summary`)
          .to.be.a('string')
          .and.not.to.equal('');
      }
    });
});
