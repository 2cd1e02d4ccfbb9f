import { expect } from 'chai';
import { buildIfNeeded } from '../../scripts/demo/build.ts';
import { run } from '../support/cli.ts';

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
  index: 20,
  recognize: 20,
  'commands/auth/explain': 50,
  'commands/auth/doctor': 60,
  'commands/auth/connectedapp/check': 60,
  'hooks/sf-doctor': 60,
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

  it('finds the words from where it puts the code', async () => {
    const program = "console.log((await import('./lib/index.js')).explain('user-frozen')?.title)";
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    const { explain } = await import('../../src/index.ts');
    expect(stdout.trim()).to.equal(explain('user-frozen')?.title);
  });
});
