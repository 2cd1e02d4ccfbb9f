import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { sfRecommended, sfRules } from '../../../scripts/house/sf-plugin-rules.ts';
import { root } from '../../support/cli.ts';

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
    ['sf-plugin/flag-case', "'output-file': Flags.string({", 'outputFile: Flags.string({'],
    ['sf-plugin/no-h-short-char', "char: 'l'", "char: 'h'"],
    ['sf-plugin/flag-summary', "summary: messages.getMessage('flags.redact.summary')", ''],
  ];
  for (const [rule, from, to] of breaks)
    it(`see our commands: ${rule}`, () => expect(refused(source.replace(from, to))).to.include(rule));
});
