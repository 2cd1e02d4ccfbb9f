import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { stopAll } from '../../../scripts/test/child.ts';
import { runJob } from '../../../scripts/test/job.ts';
import type { Result } from '../../../scripts/test/job.ts';

const patient = 600_000;

describe('npm test: a suite', () => {
  let scratch: string;
  beforeEach(() => (scratch = mkdtempSync(path.join(os.tmpdir(), 'suite-'))));
  afterEach(() => rmSync(scratch, { recursive: true }));

  const at = (name: string): string => path.join(scratch, name);
  const room = (silenceMs: number) => ({ scratch, env: process.env, silenceMs });

  /** Runs tests that are written here, as `npm test` runs those of the repository. */
  const ran = (tests: string): Promise<Result> => {
    const file = at('sample.test.cjs');
    writeFileSync(
      file,
      `describe('sample', function () { it('adds', () => {}); it('takes away', () => {});\n${tests}\n});`,
    );
    return runJob(
      {
        name: 'samples',
        command: 'mocha',
        args: ['--no-config', '--timeout', '0', '--reporter', 'scripts/test/journal-reporter.ts', file],
        counts: 'tests',
      },
      room(patient),
    );
  };

  it('counts what passed', async () => {
    expect(await ran(''))
      .to.include({ passed: 2 })
      .and.to.deep.include({ failed: [] });
  });

  it('names what failed and why, and counts the others', async () => {
    const { passed, failed } = await ran("it('divides', () => { throw new Error('by nought'); });");

    expect(passed).to.equal(2);
    expect(failed).to.have.lengthOf(1);
    expect(failed[0]).to.match(/sample\.test\.cjs: sample > divides\nby nought/u);
  });

  it('that is stopped counts what passed before, and names what it was at', async () => {
    const running = ran(
      `it('waits', () => { require('node:fs').writeFileSync(${JSON.stringify(at('waiting'))}, ''); for (;;); });`,
    );
    while (!existsSync(at('waiting'))) await new Promise((resolve) => setTimeout(resolve, 20));
    stopAll();
    const { passed, failed } = await running;

    expect(passed).to.equal(2);
    expect(failed).to.have.lengthOf(1);
    expect(failed[0]).to.match(/^samples: at .*sample\.test\.cjs: sample > waits: was stopped/u);
  });

  it('a program that says nothing hangs, and is stopped with whatever it has started', async () => {
    const nap = `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(at('awake'))}, ''), 4000)`;
    const starting = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(nap)}], { stdio: 'inherit' });`;
    const { failed } = await runJob({ name: 'nap', command: process.execPath, args: ['-e', starting] }, room(1000));

    expect(failed).to.deep.equal(['nap: stopped, as it said nothing for 1 s']);
    expect(existsSync(at('awake'))).to.equal(false);
  });

  it('that is left in the middle has failed, whatever it ends with', async () => {
    const { passed, failed } = await ran("it('leaves', () => process.exit(0));");

    expect(passed).to.equal(2);
    expect(failed[0]).to.match(/^samples: at .*sample > leaves: ended with 0/u);
  });

  it('whose hook fails names the hook', async () => {
    const { failed } = await ran("after(() => { throw new Error('left open'); });");

    expect(failed[0]).to.match(/sample > "after all" hook.*\nleft open/u);
  });

  it('that cannot be read shows what was printed', async () => {
    const { passed, failed } = await ran('}); this is no program');

    expect(passed).to.equal(0);
    expect(failed[0]).to.match(/^samples: ended with 1\n[\s\S]*SyntaxError/u);
  });

  it('without a test has failed', async () => {
    const file = at('empty.test.cjs');
    writeFileSync(file, '');
    const args = ['--no-config', '--reporter', 'scripts/test/journal-reporter.ts', file];
    const { passed, failed } = await runJob({ name: 'empty', command: 'mocha', args, counts: 'tests' }, room(patient));

    expect(passed).to.equal(0);
    expect(failed).to.have.lengthOf(1);
  });

  it('any other job counts as one, and shows its last lines where it failed', async () => {
    const job = { name: 'lint', command: process.execPath };
    const print = (code: number) => [
      '-e',
      `console.log(Array.from({length: 40}, (_, n) => 'line ' + n).join('\\n')); process.exit(${code})`,
    ];

    expect(await runJob({ ...job, args: print(0) }, room(patient))).to.deep.include({ passed: 1, failed: [] });
    const { passed, failed } = await runJob({ ...job, args: print(2) }, room(patient));
    expect(passed).to.equal(0);
    expect(failed[0]).to.match(/^lint: ended with 2\nline 25\n[\s\S]*line 39$/u);
  });

  it('a program that is not there has failed', async () => {
    const { failed } = await runJob({ name: 'lint', command: at('absent'), args: [] }, room(patient));

    expect(failed[0]).to.include('ENOENT');
  });
});
