import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { root } from '../support/cli.ts';

type Child = ChildProcessByStdio<null, Readable, Readable>;

const failures = (flags: readonly string[], env: Readonly<Record<string, string>>): Child =>
  spawn(process.execPath, [path.join(root, 'bin', 'dev.js'), 'auth', 'loginhistory', 'failures', ...flags], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** As `| head -1`: reads what comes first, and goes. */
const readOnce = async (child: Child): Promise<void> => {
  await once(child.stdout, 'data');
  child.stdout.destroy();
};

describe('sf auth loginhistory failures, whose reader goes away', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'pipe-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('ends quietly, with the code that it would have had', async () => {
    const file = path.join(folder, 'LoginHistory.csv');
    const rows = Array.from(
      { length: 3000 },
      (_none, at) => `u${at}@acme.com,2026-11-20T12:00:00Z,203.0.113.7,Remote Access 2.0,Nobody has seen ${at},Sync`,
    );
    writeFileSync(file, ['Username,Login Time,Source IP,Login Type,Status,Application', ...rows].join('\n'));
    for (const format of [['--json'], ['--result-format', 'csv'], ['--result-format', 'json']]) {
      const child = failures(['--file', file, '--threshold', '20', ...format], { HOME: folder });
      const said = text(child.stderr);
      await readOnce(child);
      const [code] = (await once(child, 'exit')) as [number | null];
      expect([code, await said], format.join(' ')).to.deep.equal([3, '']);
    }
  }).timeout(60_000);

  it('follows no further', async () => {
    const { stage, info, stop } = await startScenario('healthy');
    try {
      const child = failures(['-o', 'admin', '--follow', '--interval', '5s'], info.env);
      const said = text(child.stderr);
      const ended = once(child, 'exit') as Promise<[number | null]>;
      await readOnce(child);
      const add = setInterval(() => {
        addLoginRow(stage.org, { at: stage.clock.now(), userId: stage.user.id, status: 'User Is Frozen' });
      }, 500);
      const [code] = await ended;
      clearInterval(add);
      expect([code, await said]).to.deep.equal([0, '']);
    } finally {
      await stop();
    }
  }).timeout(60_000);
});
