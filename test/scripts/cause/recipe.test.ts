import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { causeIds } from '../../../src/model/index.ts';

type Ended = { readonly status: number | null; readonly printed: string };

let copy = '';

const run = (command: string, ...args: string[]): Ended => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
  return { status, printed: stdout + stderr };
};

const node = (...args: string[]): Ended => run(process.execPath, ...args);
const mocha = (...files: string[]): Ended =>
  node(path.resolve('node_modules/mocha/bin/mocha.js'), '--no-color', ...files);
const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8');
const has = (file: string): boolean => existsSync(path.join(copy, file));

const filesOf = (id: string): string[] => [
  `src/causes/${id}.ts`,
  `messages/cause.${id}.md`,
  `test/causes/${id}.test.ts`,
  `simulator/scenarios/${id}.ts`,
];
const lists = ['src/causes/index.ts', 'src/model/cause-id.ts', 'simulator/scenarios/index.ts'];

describe('the recipe of a cause, in a fresh copy', function () {
  this.timeout(120_000);

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'auth-doctor-recipe-'));
    const taken = ['src', 'messages', 'test', 'simulator', 'scripts', 'docs', 'package.json', 'tsconfig.json'];
    for (const name of [...taken, 'tsconfig.check.json', 'README.md']) {
      cpSync(name, path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('new:cause writes four files of one name, and lists them', () => {
    const { status, printed } = node('scripts/new-cause.ts', 'app-on-holiday', 'app');

    expect(status, printed).to.equal(0);
    for (const file of filesOf('app-on-holiday')) {
      expect(read(file).length, file).to.be.greaterThan(0);
      expect(printed).to.include(file);
    }
    for (const list of lists) expect(read(list), list).to.include('app-on-holiday');
    expect(read('src/causes/app-on-holiday.ts')).to.include("gate: 'app'");
  });

  it('what it wrote has the right types', () => {
    writeFileSync(
      path.join(copy, 'tsconfig.new.json'),
      JSON.stringify({
        extends: './tsconfig.check.json',
        include: filesOf('app-on-holiday').filter((file) => file.endsWith('.ts')),
      }),
    );
    const { status, printed } = node(path.resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.new.json');
    expect(status, printed).to.equal(0);
  });

  it('what is still empty fails, each by its name', () => {
    const { printed } = mocha(
      'test/house/names.test.ts',
      'test/house/words.test.ts',
      'test/causes/app-on-holiday.test.ts',
      'test/simulator/scenarios/scenarios.test.ts',
      '--grep',
      'app-on-holiday|every cause|every scenario|stand in order',
    );

    for (const missing of [
      'app-on-holiday: has a title, a meaning, a why, and says how to verify',
      'app-on-holiday: every clue and every remedy has its words',
      'app-on-holiday: the integration is told so',
      'every cause has its page',
      'is confirmed by what proves it',
      'is ruled out by what speaks against it',
    ]) {
      expect(printed).to.match(new RegExp(`\\d+\\) ${missing}`, 'u'));
    }
    expect(printed).to.include('✔ every cause has its test').and.include('✔ every cause has a scenario');
  });

  it('an id that is there, or was given up, or is none, or a gate that is none, is refused, and nothing is written', () => {
    expect(node('scripts/new-cause.ts', 'app-on-holiday')).to.deep.include({ status: 2 });
    expect(node('scripts/new-cause.ts', 'Holiday')).to.deep.include({ status: 2 });
    expect(node('scripts/new-cause.ts', 'app-at-lunch', 'door').printed).to.include('host, app, propagated');
    expect(has('src/causes/app-at-lunch.ts')).to.equal(false);
  });

  it('rename:cause moves every file, renames it wherever it is named, and retires the old id', () => {
    const { status, printed } = node('scripts/rename-cause.ts', 'user-frozen', 'user-is-frozen');

    expect(status, printed).to.equal(0);
    for (const file of filesOf('user-is-frozen')) expect(has(file), file).to.equal(true);
    for (const file of filesOf('user-frozen')) expect(has(file), file).to.equal(false);
    expect(has('simulator/scenarios/user-is-frozen.run-as.ts')).to.equal(true);
    expect(read('src/recognition/status-book/history.ts')).to.include("'user-is-frozen'");
    expect(read('src/model/cause-id.ts')).to.not.include("'user-frozen'");
    expect(mocha('test/causes/user-is-frozen.test.ts').status).to.equal(0);
    expect(node('scripts/new-cause.ts', 'user-frozen').printed).to.include('was given up');
    expect(node('scripts/rename-cause.ts', 'user-inactive', 'user-frozen').printed).to.include('was given up');
  });

  it('rename:cause leaves a name alone that may mean something else, and says where', () => {
    const { printed } = node('scripts/rename-cause.ts', 'login-hours', 'login-out-of-hours');

    expect(printed).to.include('src/evidence/org/questions.ts names login-hours too');
    expect(read('src/evidence/org/questions.ts')).to.include('./login-hours.ts');
    expect(read('src/causes/login-out-of-hours.ts')).to.include("id: 'login-out-of-hours'");
    expect(read('src/recognition/status-book/history.ts')).to.include("'login-out-of-hours'");
  });

  it('every id of today is one that the recipe would take', () => {
    for (const id of causeIds) expect(id).to.match(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u);
  });
});
