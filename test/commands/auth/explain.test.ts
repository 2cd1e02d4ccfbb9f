import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { causes } from '../../../src/causes/index.ts';
import { root, run as runProgram } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';

describe('sf auth explain', function () {
  this.timeout(60_000);
  let home = '';
  before(async () => (home = await mkdtemp(path.join(tmpdir(), 'explain-home-'))));
  after(() => rm(home, { recursive: true }));

  /** The command from its sources, in a home of its own, in a pipe. */
  const run = (args: readonly string[], input = ''): Promise<Ran> =>
    runProgram(process.execPath, [path.join(root, 'bin', 'dev.js'), 'auth', 'explain', ...args], {
      cwd: home,
      input,
      env: {
        HOME: home,
        USERPROFILE: home,
        SF_DISABLE_TELEMETRY: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        FORCE_COLOR: '0',
      },
    });

  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(`${root}schemas/auth-explain.json`, 'utf8')) as object,
  );

  it('prints the page of a cause, in short or whole, without colour in a pipe, and ends with 0', async () => {
    const [short, whole] = await Promise.all([run(['user-frozen']), run(['user-frozen', '--details'])]);
    for (const { code, stderr } of [short, whole]) expect([code, stderr]).to.deep.equal([0, '']);
    expect(short.stdout).to.match(/^ {2}The user is frozen\. +gate: user-state\n/u);
    expect(whole.stdout).to.match(/^The user is frozen\n\nuser-frozen · gate: user-state\n/u);
    expect(short.stdout + whole.stdout).not.to.include(String.fromCharCode(27));
  });

  it('ranks the causes of a text, quoted or not, and ends as doctor ends with it', async () => {
    const [open, passes] = await Promise.all([
      run(['expired', 'access/refresh', 'token']),
      run(['-'], 'login rate exceeded'),
    ]);
    expect([open.code, passes.code]).to.deep.equal([4, 5]);
    expect(open.stdout).to.include('causes are possible').and.include('\n  1. ');
    expect(passes.stdout).to.include('rate-limited');
  });

  it('--json prints what the schema says, for a page, a text and the list', async () => {
    const asked = [['jwt-wrong-audience'], ['authentication failure', '--flow', 'password'], ['--list']];
    const ran = await Promise.all(asked.map((args) => run([...args, '--json'])));
    for (const { code, stdout } of ran) {
      const { status, result } = JSON.parse(stdout) as { status: number; result: unknown };
      expect(status).to.equal(code);
      expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
    }
    const { result } = JSON.parse(ran.at(-1)?.stdout ?? '') as { result: { causes: unknown[] } };
    expect(result.causes).to.have.lengthOf(causes.length);
  });

  it('answers a mistyped id with the nearest ones, in one clear error, and ends with 2', async () => {
    const { code, stdout, stderr } = await run(['user-frozn']);
    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.include('There is no cause "user-frozn".').and.include('user-frozen');
  });

  it('ends with 2 where nothing is asked, or what no flag is', async () => {
    const [nothing, nonsense] = await Promise.all([run(['--json']), run(['x', '--nonsense'])]);
    expect([nothing.code, nonsense.code]).to.deep.equal([2, 2]);
    expect(JSON.parse(nothing.stdout)).to.include({ status: 2, name: 'NothingToExplainError' });
  });

  it('shows no secret of a text', async () => {
    const token = '00D000000000001!AQEAQNotARealTokenButOfItsShape';
    const { stdout, stderr } = await run(['-', '--json'], `INVALID_SESSION_ID: ${token}`);
    expect(stdout).to.include('INVALID_SESSION_ID');
    expect(stdout + stderr).not.to.include('NotARealToken');
  });
});
