import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { exitCodes } from '../../src/model/index.ts';
import { exitCodeHelp, type CommandName } from '../../src/output/exit-codes.ts';
import { loadWords } from '../../src/words/index.ts';
import { parsed, root } from '../support/cli.ts';
import { runHere } from '../support/in-process.ts';

type Command = Parameters<typeof runHere>[0] & { readonly errorCodes: unknown };

const files = globSync('src/commands/**/*.ts').toSorted();

const load = async (file: string): Promise<Command> =>
  ((await import(path.join(root, file))) as { readonly default: Command }).default;

/** A number that a process is ended with, or says that it was. */
const numbered = /exit(?:code)?["')]?\s*(?:[:=]|\()\s*\d/iu;

describe('exit codes', function () {
  this.timeout(120_000);
  let home = '';
  before(() => (home = mkdtempSync(path.join(os.tmpdir(), 'exit-codes-'))));
  after(() => rmSync(home, { recursive: true }));

  it('are numbers in one file only', () => {
    const sources = globSync('src/**/*.ts');
    expect(sources).to.include('src/model/exit-codes.ts');
    expect(sources.filter((file) => numbered.test(readFileSync(file, 'utf8')))).to.deep.equal([]);
  });

  it('are of every command there is', () => {
    const manifest = JSON.parse(readFileSync('oclif.manifest.json', 'utf8')) as { readonly commands: object };
    expect(files.map((file) => file.slice('src/commands/'.length, -'.ts'.length).replaceAll('/', ':'))).to.have.members(
      Object.keys(manifest.commands),
    );
  });

  for (const file of files) {
    const name = path.basename(file, '.ts') as CommandName;

    it(`${name}: wrong usage is 2, for people and in the envelope`, async () => {
      const command = await load(file);
      const run = (...argv: string[]) => runHere(command, argv, { HOME: home, USERPROFILE: home });
      const plain = await run('--nonsense');
      expect([plain.code, plain.stdout]).to.deep.equal([2, '']);
      expect(plain.stderr).to.include('--nonsense');
      expect(parsed(await run('--nonsense', '--json'))).to.include({ exitCode: 2, name: 'WrongUsageError' });
    });

    it(`${name}: --help has its codes, each of which there is`, async () => {
      const told = exitCodeHelp(loadWords(), name);
      expect(JSON.stringify((await load(file)).errorCodes)).to.include(told['2']);
      expect(Object.values(exitCodes)).to.include.members(Object.keys(told).map(Number));
    });
  }
});
