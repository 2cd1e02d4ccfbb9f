import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import type { Diagnosis } from '../../src/model/index.ts';
import { tinyServer } from '../oauth/server.ts';
import { parsed, root, run } from '../support/cli.ts';

const bin = path.join(root, 'bin', 'dev.js');
const unknownText = 'the login was refused, and nobody knows why';

/** Every command, and a call of it that ends by itself without an org. */
const commands: ReadonlyArray<readonly [command: readonly string[], call: readonly string[], code: number]> = [
  [['auth', 'doctor'], ['--offline', '--error', unknownText], 4],
  [['auth', 'explain'], ['--list'], 0],
  [['auth', 'connectedapp', 'check'], ['--offline', '--app', 'x', '--flow', 'web'], 4],
  [['auth', 'loginhistory', 'failures'], ['--file', path.join(root, 'LICENSE.txt')], 2],
];

describe('every command', function () {
  this.timeout(120_000);
  let home = '';
  before(() => (home = mkdtempSync(path.join(os.tmpdir(), 'shell-home-'))));
  after(() => rmSync(home, { recursive: true }));
  const env = () => ({
    HOME: home,
    USERPROFILE: home,
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_LOG_FILE: 'true',
  });
  const start = (argv: readonly string[]): ChildProcess & { readonly stdout: Readable; readonly stderr: Readable } =>
    spawn(process.execPath, [bin, ...argv], {
      env: { ...process.env, NO_COLOR: '1', ...env() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  for (const [command, call, code] of commands) {
    const name = command.join(' ');

    it(`${name}: wrong usage ends with 2, in the envelope too`, async () => {
      const [plain, json] = await Promise.all(
        [[], ['--json']].map((format) =>
          run(process.execPath, [bin, ...command, '--nonsense', ...format], { env: env() }),
        ),
      );
      expect([plain?.code, plain?.stdout]).to.deep.equal([2, '']);
      expect(plain?.stderr).to.include('--nonsense').and.include('WrongUsageError');
      expect(parsed(json!)).to.include({ status: 2, exitCode: 2, name: 'WrongUsageError' });
    });

    it(`${name}: a reader that goes away is no fault, in any format`, async () => {
      for (const format of [[], ['--json']]) {
        const child = start([...command, ...call, ...format]);
        const said = text(child.stderr);
        child.stdout.destroy();
        const [ended] = (await once(child, 'exit')) as [number | null];
        expect(ended, format.join()).to.equal(code);
        if (code !== 2) expect(await said).to.equal('');
      }
    });
  }

  for (const [command, call] of commands) {
    const name = command.join(' ');

    it(`${name}: says in a sentence that the home folder is none`, async () => {
      const file = path.join(home, 'file');
      writeFileSync(file, '');
      const { code, stdout, stderr } = await run(process.execPath, [bin, ...command, ...call], {
        env: { ...env(), HOME: file, USERPROFILE: file },
      });
      expect([code, stdout]).to.deep.equal([1, '']);
      expect(stderr).to.match(/^Error \(FileUnusableError\): The file or folder .* cannot be used/mu);
      expect(stderr).to.not.match(/^ +at /mu);
    });
  }

  for (const argv of [
    ['auth', 'doctor', '--login', 'constructor'],
    ['auth', 'connectedapp', 'check', '--login', '__proto__'],
    ['auth', 'doctor', '--login', 'number'],
  ])
    it(`takes no login for another: ${argv.join(' ')}`, async () => {
      mkdirSync(path.join(home, '.sfdx'), { recursive: true });
      writeFileSync(path.join(home, '.sfdx', 'alias.json'), '{"orgs":{"number":7,"list":[],"none":null}}');
      const { code, stderr } = await run(process.execPath, [bin, ...argv], { env: env() });
      expect(code).to.equal(2);
      expect(stderr)
        .to.match(/LoginUn(?:known|like)Error/u)
        .and.include(argv.at(-1));
    });

  it('--timeout: a host that is silent costs no more, and the answer says what was not heard', async () => {
    const silent = await tinyServer(() => undefined);
    try {
      const argv = ['auth', 'doctor', '--login-url', silent.url, '--error', unknownText, '--timeout'];
      const ran = await run(process.execPath, [bin, ...argv, '1', '--json'], { env: env() });
      const { result } = parsed(ran) as { readonly result: Pick<Diagnosis, 'blindSpots' | 'cost'> };
      expect(ran.code).to.equal(4);
      expect(JSON.stringify(result.blindSpots)).to.include('timed-out');
      // A host that is not cut off costs ten seconds.
      expect(result.cost.milliseconds).to.be.within(1000, 8000);
    } finally {
      await silent.close();
    }
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 130],
  ] as const)
    it(`ends with ${code} by ${signal}, and without a stack`, async () => {
      const asked = Promise.withResolvers<undefined>();
      const silent = await tinyServer(() => asked.resolve(undefined));
      try {
        const child = start(['auth', 'doctor', '--login-url', silent.url]);
        const said = text(child.stderr);
        await asked.promise;
        child.kill(signal);
        expect(await once(child, 'exit')).to.deep.equal([code, null]);
        expect(await said).to.equal('');
      } finally {
        await silent.close();
      }
    });
});
