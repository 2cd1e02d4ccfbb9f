import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { ESLint, Linter } from 'eslint';

type Config = { rules?: Record<string, unknown> };

/** What lint says of one import, in a file of a room. */
const refused = async (file: string, from: string): Promise<boolean> => {
  const config = (await new ESLint().calculateConfigForFile(file)) as Config;
  const rule = config.rules?.['no-restricted-imports'];
  if (rule === undefined) return false;
  const messages = new Linter().verify(
    `import '${from}';`,
    [{ files: ['**/*.ts'], rules: { 'no-restricted-imports': rule as Linter.RuleEntry } }],
    { filename: file },
  );
  return messages.some(({ ruleId }) => ruleId === 'no-restricted-imports');
};

const forbidden: ReadonlyArray<readonly [string, string]> = [
  ['src/model/x.ts', '../recognition/index.ts'],
  ['src/model/x.ts', 'node:fs'],
  ['src/causes/x.ts', '../evidence/gather.ts'],
  ['src/causes/x.ts', '../diagnosis/index.ts'],
  ['src/causes/x.ts', '../words/index.ts'],
  ['src/causes/x.ts', '@salesforce/core'],
  ['src/causes/x.ts', 'node:fs'],
  ['src/clues/x.ts', '../causes/index.ts'],
  ['src/history/x.ts', '../recognition/index.ts'],
  ['src/diagnosis/x.ts', '../causes/index.ts'],
  ['src/diagnosis/x.ts', '../evidence/gather.ts'],
  ['src/gates/x.ts', '../causes/index.ts'],
  ['src/gates/checks/x.ts', '../../evidence/gather.ts'],
  ['src/gates/x.ts', '../words/index.ts'],
  ['src/gates/x.ts', 'node:fs'],
  ['src/recognition/wrappers/x.ts', '../../causes/index.ts'],
  ['src/recognition/x.ts', '@oclif/core'],
  ['src/oauth/x.ts', '@salesforce/core'],
  ['src/oauth/x.ts', '../evidence/gather.ts'],
  ['src/evidence/login/x.ts', '@salesforce/core'],
  ['src/evidence/org/x.ts', '@jsforce/jsforce-node'],
  ['src/evidence/org/x.ts', '../../causes/index.ts'],
  ['src/report/x.ts', '../evidence/gather.ts'],
  ['src/report/x.ts', '@salesforce/sf-plugins-core'],
  ['src/waiting/x.ts', '../evidence/login/index.ts'],
  ['src/waiting/x.ts', '../causes/index.ts'],
  ['src/waiting/x.ts', 'undici'],
  ['src/waiting/asks/x.ts', '../../causes/index.ts'],
  ['src/waiting/asks/x.ts', '@salesforce/core'],
  ['src/loginhistory/x.ts', '../evidence/org-port.ts'],
  ['src/loginhistory/x.ts', 'node:fs'],
  ['src/loginhistory/alarms/x.ts', '../../evidence/org-port.ts'],
  ['src/loginhistory/groups/x.ts', '../../words/index.ts'],
  ['src/loginhistory/patterns/x.ts', '../../causes/index.ts'],
  ['src/loginhistory/look/x.ts', '../../causes/index.ts'],
  ['src/loginhistory/look/x.ts', '@salesforce/core'],
  ['src/loginhistory/around/x.ts', '../../words/index.ts'],
  ['src/report/loginhistory/x.ts', '../../loginhistory/understand.ts'],
  ['src/words/x.ts', '@salesforce/core'],
  ['src/report/x.ts', '../../simulator/index.ts'],
  ['simulator/x.ts', '../src/model/index.ts'],
  ['simulator/auth/x.ts', '../../src/oauth/index.ts'],
];

const allowed: ReadonlyArray<readonly [string, string]> = [
  ['src/causes/x.ts', '../model/index.ts'],
  ['src/causes/x.ts', '../clues/index.ts'],
  ['src/diagnosis/x.ts', '../history/index.ts'],
  ['src/gates/x.ts', '../diagnosis/judge.ts'],
  ['src/gates/checks/x.ts', '../../clues/times.ts'],
  ['src/evidence/org-port.ts', '@salesforce/core'],
  ['src/loginhistory/alarms/x.ts', '../incidents.ts'],
  ['src/loginhistory/x.ts', '../recognition/status-book/index.ts'],
  ['src/loginhistory/look/x.ts', '../../evidence/org-port.ts'],
  ['src/commands/auth/x.ts', '@salesforce/sf-plugins-core'],
];

/** The imports of a source file that run when it is loaded: types and `import()` do not. */
const loads = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)';/gmu)].map(
    (match) => match[1] ?? '',
  );

/** Every package that loading a file brings in. */
const packagesBehind = (entry: string, seen = new Set<string>(), packages = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(entry)) return packages;
  seen.add(entry);
  for (const from of loads(entry)) {
    if (from.startsWith('.')) packagesBehind(path.join(path.dirname(entry), from), seen, packages);
    else packages.add(from);
  }
  return packages;
};

describe('law 3: arrows', () => {
  for (const [file, from] of forbidden) {
    it(`lint refuses ${from} in ${file}`, async () => {
      expect(await refused(file, from)).to.equal(true);
    });
  }

  for (const [file, from] of allowed) {
    it(`lint allows ${from} in ${file}`, async () => {
      expect(await refused(file, from)).to.equal(false);
    });
  }

  for (const room of [
    'model',
    'history',
    'clues',
    'causes',
    'diagnosis',
    'gates',
    'loginhistory/alarms',
    'loginhistory/chart',
    'loginhistory/groups',
    'loginhistory/patterns',
    'recognition',
    'report',
    'words',
    'oauth',
    'waiting',
  ]) {
    it(`nothing in ${room} loads the CLI's packages`, () => {
      const files = readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.ts'),
      );
      expect(files).to.not.have.lengthOf(0);
      for (const file of files) {
        const heavy = [...packagesBehind(`src/${room}/${file}`)].filter((name) =>
          /^(@salesforce|@oclif|@jsforce|jsforce)/u.test(name),
        );
        expect(heavy, file).to.deep.equal([]);
      }
    });
  }
});
