import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { exitCodeHelp } from '../../src/output/exit-codes.ts';
import { loadWords } from '../../src/words/index.ts';
import { parseMetrics } from '../report/loginhistory/exposition.ts';
import { parsed, run } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';

const dev = fileURLToPath(new URL('../../bin/dev.js', import.meta.url));
const args = (flags: readonly string[]): readonly string[] => [dev, 'auth', 'loginhistory', 'failures', ...flags];
const words = loadWords();

type Envelope = { readonly status: number; readonly result: { readonly outcome: string } & Record<string, unknown> };

const minute = 60_000;

describe('sf auth loginhistory failures', () => {
  let started: Started;
  let home = '';
  before(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'failures-home-'));
    started = await startScenario('user-frozen', { home });
    const { stage } = started;
    for (let back = 30; back > 0; back -= 1) {
      const at = stage.clock.now() - 40 * minute + back * 10_000;
      addLoginRow(stage.org, { at, userId: stage.user.id, status: 'User Is Frozen', application: stage.app.name });
    }
  });
  after(async () => {
    await started.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const failures = (flags: readonly string[], input = ''): Promise<Ran> =>
    run(process.execPath, args(flags), { env: started.info.env, cwd: home, input });
  const atAdmin = (...flags: readonly string[]): Promise<Ran> => failures(['--target-org', 'admin', ...flags]);
  const watched = ['--threshold', '20', '--window', '15m'];

  it('lists what failed, in a pipe without colour, and ends with 0 since no alarm was asked for', async () => {
    const { code, stdout, stderr } = await atAdmin();
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    expect(stdout)
      .to.match(/^! 31 failures, \d+ success/u)
      .and.to.include('The user is frozen: 31 failures');
    expect(stdout.replaceAll(/\s+/gu, ' ')).to.include('Froze user account for Marketing Integration');
    expect(stdout).to.match(/\n {2}exit 0: .+\n(?: {2}.+\n){0,2}$/u);
    expect(stdout.trimEnd().split('\n').length).to.be.at.most(23);
    expect(stdout).not.to.include(String.fromCharCode(27));
  });

  it('ends with 3 when a window exceeds the threshold, and names the window', async () => {
    const ran = await atAdmin(...watched, '--json');
    const { result, status } = parsed(ran) as Envelope;
    expect([ran.code, status]).to.deep.equal([3, 3]);
    expect(result).to.deep.include({ outcome: 'alarm' });
    expect(result).to.have.nested.property('threshold.highest.rows', 30);
  });

  it('ends with 4 where the session sees its own rows only', async () => {
    const { permissions } = started.stage.org.profiles[0]!;
    const held = ['MonitorLoginHistory', 'ManageUsers'].filter((name) => permissions.delete(name));
    try {
      const { code, stdout } = await atAdmin('--threshold', '100');
      expect(code).to.equal(4);
      expect(stdout).to.include('This session sees its own logins only').and.include('"Monitor Login History"');
    } finally {
      for (const name of held) permissions.add(name);
    }
  });

  it('writes the report whole, and says where it is', async () => {
    const file = path.join(home, 'salesforce_login.prom');
    const { code, stdout } = await atAdmin(...watched, '--result-format', 'openmetrics', '--output-file', file);
    expect([code, stdout]).to.deep.equal([3, `The report is in ${file}.\n`]);
    const value = parseMetrics(readFileSync(file, 'utf8'));
    expect(value('salesforce_login_exit_code', { org: started.stage.org.id, alias: 'admin' })).to.equal(3);
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  const csv = [
    'Username,Login Time,Source IP,Login Type,Status,Application',
    'sync@acme.com,11/20/2026 13:00:00,203.0.113.7,Remote Access 2.0,Success,Sync',
    'sync@acme.com,11/20/2026 14:00:00,203.0.113.7,Remote Access 2.0,User Is Frozen,Sync',
  ].join('\n');

  it('reads a file, and standard input, without any org', async () => {
    const file = path.join(home, 'LoginHistory.csv');
    writeFileSync(file, csv);
    const [fromFile, fromStdin] = await Promise.all([
      failures(['--file', file, '--json']),
      failures(['--file', '-', '--json', '--zone', 'Europe/Paris'], csv),
    ]);
    expect(parsed(fromFile)).to.have.nested.property('result.window.from', '2026-11-20T13:00:00Z');
    expect(parsed(fromStdin)).to.have.nested.property('result.window.from', '2026-11-20T12:00:00Z');
    expect([fromFile.code, fromStdin.code]).to.deep.equal([0, 0]);
  });

  it('ends with 2 and one clear sentence for what makes no sense, here and inside the parser', async () => {
    const [ours, parsers] = await Promise.all([atAdmin('--since', 'yesterday'), atAdmin('--group-by', 'moon')]);
    expect([ours.code, parsers.code]).to.deep.equal([2, 2]);
    expect([ours.stdout, parsers.stdout]).to.deep.equal(['', '']);
    expect(ours.stderr).to.include('"yesterday" in --since is neither a time in the past nor a length of time');
    // What the parser would repeat may be a secret that was typed in the wrong place.
    expect(parsers.stderr).to.include('--group-by').and.not.include('moon');
    expect(ours.stderr + parsers.stderr).not.to.match(/\bat .*\.ts:\d+/u);
  });

  it('ends with 2 for a user that the org does not have, and with 1 for an org that cannot be asked', async () => {
    const nobody = await atAdmin('--username', 'nobody@acme.com');
    expect(nobody.code).to.equal(2);
    expect(nobody.stderr).to.include('nobody@acme.com');
    const noOrg = await failures(['--target-org', 'no-such-org']);
    expect(noOrg.code).to.equal(1);
    expect(noOrg.stderr).to.include('no-such-org');
  });

  it('help prints the exit codes from the map that sets them', async () => {
    const { stdout } = await failures(['--help']);
    const plain = stdout.replaceAll(/\s+/gu, ' ');
    for (const [code, meaning] of Object.entries(exitCodeHelp(words, 'failures')))
      expect(plain).to.include(`${code} ${meaning}`);
  });

  it('follows until Ctrl+C, and ends with 3 where what came exceeded the threshold', async () => {
    const { stage, info } = started;
    const child = spawn(
      process.execPath,
      args([
        '--target-org',
        'admin',
        '--since',
        '1m',
        '--follow',
        '--interval',
        '5s',
        '--threshold',
        '2',
        '--window',
        '1m',
      ]),
      { env: { ...process.env, NO_COLOR: '1', ...info.env }, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let printed = '';
    const until = (wanted: RegExp): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (wanted.test(printed)) resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`Ended without ${String(wanted)}: ${printed}`)));
        look();
      });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
    await until(/Following new logins every 5 s/u);
    for (const back of [0, 1, 2])
      addLoginRow(stage.org, {
        at: stage.clock.now() - back * 1000,
        userId: stage.user.id,
        status: 'Never seen before',
        application: 'Cut-over',
        loginType: 'Other Apex API',
      });
    await until(/Threshold exceeded/u);
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(printed).to.match(
      /integration\.marketing@acme\.com by Cut-over .* Never seen before .*not known to this tool/u,
    );
    expect(printed).to.match(/3 failures and 0 successes in [^\n]+\n$/u);
    expect(code).to.equal(3);
  }).timeout(60_000);
});
