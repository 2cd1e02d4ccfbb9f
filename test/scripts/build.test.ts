import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { buildIfNeeded } from '../../scripts/demo/build.ts';
import { run, runDoctor } from '../support/cli.ts';

/** Prints the address of every module that an import loads. */
const watcher = (file: string): string => `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
await import('./lib/${file}.js');
console.log(JSON.stringify(loaded));
`;

const loadedBy = async (file: string): Promise<readonly string[]> => {
  const { code, stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', watcher(file)]);
  expect(code, stderr).to.equal(0);
  return JSON.parse(stdout) as string[];
};

const isOwn = (url: string): boolean => url.startsWith('file:') && !url.includes('/node_modules/');

/** Finding, reading and compiling a file costs more than what stands in most of ours: there are several hundred in `src`. */
const few: Readonly<Record<string, number>> = {
  index: 3,
  recognize: 3,
  'commands/auth/explain': 20,
  'commands/auth/doctor': 40,
  'commands/auth/connectedapp/check': 40,
  'hooks/sf-doctor': 40,
};

describe('npm run build', () => {
  before(buildIfNeeded);

  for (const [file, most] of Object.entries(few)) {
    it(`prepares what ${file} loads in few files`, async () => {
      const own = (await loadedBy(file)).filter(isOwn);
      expect(own.some((url) => url.endsWith(`/lib/${file}.js`))).to.equal(true);
      expect(own.length, own.join('\n')).to.be.at.most(most);
    });
  }

  it('says of a text what the sources say of it', async () => {
    const text = '{"error":"invalid_grant","error_description":"ip restricted"} at login.salesforce.com';
    const program = `console.log(JSON.stringify((await import('./lib/index.js')).recognize(${JSON.stringify(text)})))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    const { recognize } = await import('../../src/index.ts');
    expect(JSON.parse(stdout)).to.deep.equal(recognize(text));
  });

  it('imports the library without making ready what only a command needs', async () => {
    expect((await loadedBy('index')).filter((url) => !isOwn(url))).to.deep.equal([]);
  });

  for (const command of ['doctor', 'explain', 'connectedapp/check', 'loginhistory/failures', 'preview', 'runbook'])
    it(`loads nothing for auth ${command} that sends, logs in, deploys or draws tables`, async () => {
      const loaded = await loadedBy(`commands/auth/${command}`);
      const dear =
        /node_modules\/(?:@jsforce\/|@oclif\/table|ink|undici|zod|@salesforce\/(?:sf-plugins-core|source-deploy))/u;
      expect(loaded.filter((url) => dear.test(url))).to.deep.equal([]);
      expect(loaded.some((url) => url.endsWith('/@salesforce/core/lib/messages.js'))).to.equal(true);
    });

  it('leaves out of the base of commands what no command calls', () => {
    const calls = globSync('src/**/*.ts').filter((file) =>
      /\b(?:this|super|shell)\.(?:table|confirm|secretPrompt)\(/u.test(readFileSync(file, 'utf8')),
    );
    expect(calls).to.deep.equal([]);
  });

  it("ends a command in the words of the CLI's base of commands, and warns in those of its flag", async () => {
    const { stderr, code } = await runDoctor(['--api-version', '30.0', '--no-such-flag']);
    expect(code).to.equal(2);
    expect(stderr).to.include('Error (WrongUsageError)').and.to.include('Try this:');
    const { stderr: warned } = await runDoctor(['--error', 'x', '--offline', '--no-save', '--api-version', '30.0']);
    expect(warned).to.include('Warning: API versions up to 30 are deprecated');
    const { stderr: configured } = await runDoctor(['--error', 'x', '--offline', '--no-save'], {
      env: { SF_ORG_API_VERSION: '61.0' },
    });
    expect(configured).to.include('Warning: org-api-version configuration overridden at 61.0');
  });

  it('hands on the terms of each package whose code it puts into its files', () => {
    const told = readFileSync('lib/third-party-notices.txt', 'utf8').split(/\n\n-{80}\n\n/u);
    expect(told.map((notice) => notice.split(' ')[0])).to.include('@salesforce/sf-plugins-core');
    for (const notice of told) expect(notice).to.match(/Licen[cs]e|Permission|Redistribution/u);
  });

  it('finds the words from where it puts the code', async () => {
    const program = "console.log((await import('./lib/index.js')).explain('user-frozen')?.title)";
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    const { explain } = await import('../../src/index.ts');
    expect(stdout.trim()).to.equal(explain('user-frozen')?.title);
  });
});
