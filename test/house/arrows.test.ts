import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { ESLint, Linter } from 'eslint';
import { arrows } from '../../scripts/house/arrows-rule.ts';
import { house, roomOf } from '../../scripts/house/arrows.ts';

const rule = 'house/arrows';

/** What lint says of one line, in a file of a room. */
const said = (file: string, line: string): string[] =>
  new Linter()
    .verify(line, [{ files: ['**/*.ts'], plugins: { house: { rules: { arrows } } }, rules: { [rule]: 'error' } }], {
      filename: file,
    })
    .map(({ message }) => message);

const refused = (file: string, from: string): boolean => said(file, `import '${from}';`).length === 1;

/** How a file of one room would import a file of another. */
const pathTo = (room: string, other: string): string => {
  const file = other.endsWith('.ts') ? other : `${other}/x.ts`;
  const from = path.posix.relative(room, file);
  return from.startsWith('.') ? from : `./${from}`;
};

const forbidden: ReadonlyArray<readonly [string, string]> = [
  ['src/model/x.ts', '../recognition/index.ts'],
  ['src/model/x.ts', '../input/flags.ts'],
  ['src/model/x.ts', '../output/exit-codes.ts'],
  ['src/model/x.ts', '../library/catalogue.ts'],
  ['src/model/x.ts', '../look/doctor.ts'],
  ['src/model/x.ts', 'node:fs'],
  ['src/causes/x.ts', '../evidence/gather.ts'],
  ['src/causes/x.ts', '../diagnosis/index.ts'],
  ['src/causes/x.ts', '../words/index.ts'],
  ['src/causes/x.ts', '@salesforce/core'],
  ['src/causes/x.ts', 'node:fs'],
  ['src/clues/x.ts', '../causes/index.ts'],
  ['src/loginhistory/one-login/x.ts', '../../recognition/index.ts'],
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
  ['src/library/x.ts', '../evidence/gather.ts'],
  ['src/index.ts', './look/doctor.ts'],
  ['src/look/doctor.ts', '../output/exit-codes.ts'],
  ['src/report/x.ts', '../../simulator/index.ts'],
  ['src/report/x.ts', '../../test/support/healthy.ts'],
];

const allowed: ReadonlyArray<readonly [string, string]> = [
  ['src/causes/x.ts', '../model/index.ts'],
  ['src/causes/x.ts', '../clues/cause.ts'],
  ['src/diagnosis/x.ts', '../loginhistory/one-login/index.ts'],
  ['src/gates/x.ts', '../diagnosis/judge.ts'],
  ['src/gates/checks/x.ts', '../../clues/times.ts'],
  ['src/evidence/org-port.ts', '@salesforce/core'],
  ['src/loginhistory/alarms/x.ts', '../incidents.ts'],
  ['src/loginhistory/x.ts', '../recognition/status-book/index.ts'],
  ['src/loginhistory/look/x.ts', '../../evidence/org-port.ts'],
  ['src/shell/x.ts', '@salesforce/sf-plugins-core'],
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
    it(`lint refuses ${from} in ${file}`, () => {
      expect(refused(file, from)).to.equal(true);
    });
  }

  for (const [file, from] of allowed) {
    it(`lint allows ${from} in ${file}`, () => {
      expect(refused(file, from)).to.equal(false);
    });
  }

  it('every folder of src has a row, every file a room, and no row stands for nothing', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(Object.keys(house), name).to.include(name);
    for (const room of Object.keys(house)) expect(existsSync(path.join('src', room)), room).to.equal(true);
    for (const { rooms } of Object.values(house)) expect(Object.keys(house)).to.include.members([...rooms]);
  });

  for (const [room, { rooms, packages }] of Object.entries(house)) {
    const folder = path.posix.join('src', room.replace(/\.ts$/u, ''));
    const file = room.endsWith('.ts') ? `src/${room}` : path.posix.join('src', room, 'x.ts');

    it(`${room}: lint asks the table, for every other room and every package of the house`, async () => {
      const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, unknown> };
      expect(config.rules[rule]).to.deep.equal([2]);

      for (const other of Object.keys(house).filter((one) => one !== room)) {
        const from = pathTo(path.posix.dirname(file), path.posix.join('src', other));
        expect(refused(file, from), `${folder} -> ${other}`).to.equal(!rooms.includes(other));
      }
      for (const name of Object.values(house).flatMap((one) => one.packages)) {
        const isAllowed = packages.some((one) => name === one || name.startsWith(`${one}/`));
        expect(refused(file, name), `${folder} -> ${name}`).to.equal(!isAllowed);
      }
    });
  }

  it('lint looks at every way to import', () => {
    for (const line of [
      "import { x } from '../output/exit-codes.ts';",
      "export { x } from '../output/exit-codes.ts';",
      "export * from '../output/exit-codes.ts';",
      "export const x = import('../output/exit-codes.ts');",
    ]) {
      expect(said('src/model/x.ts', line), line).to.deep.equal([
        'src/model may import of src only: nothing. The arrows are in scripts/house/arrows.ts.',
      ]);
    }
  });

  it('the simulator imports nothing from src: it cannot share our mistakes', async () => {
    for (const file of ['simulator/x.ts', 'simulator/auth/x.ts']) {
      const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, Linter.RuleEntry> };
      const entry = config.rules['no-restricted-imports'] ?? 'off';
      const messages = new Linter().verify("import '../src/model/index.ts';", [
        { rules: { 'no-restricted-imports': entry } },
      ]);
      expect(messages, file).to.have.lengthOf(1);
    }
  });

  for (const [line, what] of [
    ['export const now = Date.now();', 'clock'],
    ['export const now = new Date();', 'clock'],
    ['export const chance = Math.random();', 'chance'],
    ['export const home = process.env.HOME;', 'process'],
    ["export const answer = fetch('https://login.salesforce.com');", 'network'],
  ] as const) {
    it(`a pure room has no ${what}: ${line}`, async () => {
      const config = (await new ESLint().calculateConfigForFile('src/causes/x.ts')) as {
        rules: Record<string, Linter.RuleEntry>;
      };
      const rules = Object.fromEntries(
        Object.entries(config.rules).filter(([name]) => name.startsWith('no-restricted-')),
      );
      expect(new Linter().verify(line, [{ rules }])).to.have.lengthOf(1);
      const door = (await new ESLint().calculateConfigForFile('src/oauth/x.ts')) as { rules: Record<string, unknown> };
      expect(Object.keys(door.rules)).to.not.include('no-restricted-globals');
    });
  }

  const light = Object.keys(house).filter(
    (room) =>
      !/^(?:look|input|output|outcomes|shell|commands|hooks|evidence(?:\/(?:local|org))?|loginhistory\/(?:reading|look|around))$/u.test(
        room,
      ),
  );
  for (const room of light) {
    it(`nothing in ${room} loads the CLI's packages`, () => {
      const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `src/${name.split(path.sep).join('/')}`)
        .filter((name) => roomOf(name) === room);
      expect(files).to.not.have.lengthOf(0);
      for (const file of files) {
        const heavy = [...packagesBehind(file)].filter((name) => /^(@salesforce|@oclif|@jsforce|jsforce)/u.test(name));
        expect(heavy, file).to.deep.equal([]);
      }
    });
  }
});
