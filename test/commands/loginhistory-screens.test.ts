import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { addAuditRow, addLoginRow } from '../../simulator/state/rows.ts';
import { root, run } from '../support/cli.ts';
import { atTime } from '../support/fixed-clock.ts';

const [minute, hour] = [60_000, 3_600_000];
const now = Date.UTC(2026, 10, 23, 3);

type Login = {
  readonly userId: string;
  readonly application: string;
  readonly sourceIp?: string;
};

/** A night: a user is frozen while its job goes on, another job has an old password, and a third has stopped coming. */
const playNight = ({ stage: { org, user, admin } }: Started): void => {
  org.loginRows.length = 0;
  org.auditRows.length = 0;
  const add = (login: Login, status: string, from: number, to: number, step: number): void => {
    for (let at = now - from; at < now - to; at += step) addLoginRow(org, { ...login, status, at });
  };
  const sync = { userId: user.id, application: 'Marketing Sync' };
  const ledger = { userId: admin.id, application: 'Nightly Ledger', sourceIp: '198.51.100.24' };
  const week = 8 * 24 * hour;
  add(sync, 'Success', week, 46 * minute, 15 * minute);
  add(sync, 'User Is Frozen', 45 * minute, 0, 20_000);
  add(ledger, 'Success', week, 4 * hour, hour);
  add(ledger, 'Invalid Password', 3 * hour, 3 * hour - 6 * minute, 30_000);
  add({ userId: user.id, application: 'Billing Export' }, 'Success', week, 9 * hour, hour);
  const display = 'Froze user account for Marketing Integration';
  addAuditRow(org, now - 47 * minute, admin.id, ['frozeuser', 'Manage Users', display]);
};

const command = 'sf auth loginhistory failures --target-org prod --since 6h --threshold 20 --window 15m';

/** What differs from run to run. */
const steady = (screen: string): string =>
  screen
    .replaceAll(/\d+ ms|\d+\.\d s$/gmu, '<duration>')
    .replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:<port>')
    .trim();

const fence = /<!-- screen: loginhistory -->\n+```text\n([\s\S]*?)```/u;

describe('screens of failed logins in the docs', () => {
  let home = '';
  let started: Started;
  before(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'screens-'));
    started = await startScenario('healthy', { home });
    playNight(started);
    const aliases = path.join(home, '.sfdx', 'alias.json');
    writeFileSync(aliases, JSON.stringify({ orgs: { prod: started.stage.admin.username } }));
  });
  after(async () => {
    await started.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** `UPDATE_SCREENS=true` writes them anew; read the difference. */
  for (const file of ['docs/monitoring.md']) {
    it(`${file} shows a real screen, as a run prints it today`, async () => {
      const flags = command.split(' ').slice(1);
      const { code, stdout } = await run(process.execPath, [path.join(root, 'bin', 'dev.js'), ...flags], {
        env: atTime(now, home, started.info.env),
        cwd: home,
      });
      expect(code).to.equal(3);
      const fresh = `$ ${command}\n\n${stdout.trimEnd()}\n`;
      const page = readFileSync(path.join(root, file), 'utf8');
      const [, screen] = fence.exec(page) ?? [];
      expect(screen, 'a screen in the page').not.to.equal(undefined);
      if (process.env.UPDATE_SCREENS === 'true') {
        const block = `<!-- screen: loginhistory -->\n\n\`\`\`text\n${fresh}\`\`\``;
        writeFileSync(
          path.join(root, file),
          page.replace(fence, () => block),
        );
      } else expect(steady(screen ?? '')).to.equal(steady(fresh));
    });
  }
});
