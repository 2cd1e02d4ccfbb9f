import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { exitCodes } from '../../src/model/index.ts';
import { cases } from '../report/loginhistory/cases.ts';
import { parseMetrics } from '../report/loginhistory/exposition.ts';
import { root, run } from '../support/cli.ts';
import { recipeIn } from '../support/recipes.ts';
import { shellIn } from '../support/shell.ts';
import { failuresIn } from '../support/written.ts';

const page = readFileSync(path.join(root, 'docs', 'monitoring.md'), 'utf8');

const recipe = (name: string): string => recipeIn('docs/monitoring.md', name);

const onPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

describe('docs/monitoring.md', () => {
  let home = '';
  let started: Started;
  let shell: ReturnType<typeof shellIn>;
  before(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'monitoring-'));
    started = await startScenario('user-frozen', { home });
    const { stage } = started;
    for (let at = 0; at < 25; at += 1) {
      const time = stage.clock.now() - 10 * 60_000 + at * 5000;
      addLoginRow(stage.org, {
        at: time,
        userId: stage.user.id,
        status: 'User Is Frozen',
        application: 'Marketing Sync',
      });
    }
    // `prod` of the page is the simulated org, and `sf` is this plugin.
    const aliases = path.join(home, '.sfdx', 'alias.json');
    writeFileSync(aliases, JSON.stringify({ orgs: { prod: stage.admin.username } }));
    shell = shellIn(home, { 'login-alarm': recipe('cron-script') }, started.info.env);
  });
  after(async () => {
    await started.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('the table of exit codes has the codes that there are', () => {
    const used = [
      exitCodes.healthy,
      exitCodes.toolFailed,
      exitCodes.wrongUsage,
      exitCodes.causeFound,
      exitCodes.inconclusive,
    ];
    const told = [...page.matchAll(/^\| (\d+) +\|/gmu)].map(([, code]) => Number(code));
    expect(told).to.deep.equal(used);
  });

  it('cron: the line is one that cron takes; what it runs prints the alarm and ends with 3', async () => {
    const lines = recipe('crontab').trim().split('\n');
    const jobs = lines.filter((line) => !/^[A-Z]+=\S+$/u.test(line));
    expect(jobs).to.have.lengthOf(1);
    const [, fields = '', command = ''] = /^((?:\S+ ){5})(.+)$/u.exec(jobs[0] ?? '') ?? [];
    for (const field of fields.trim().split(' ')) expect(field).to.match(/^(?:\*|\d+(?:,\d+)*)(?:\/\d+)?$/u);
    expect(command, 'cron reads % as a line break').not.to.include('%');
    const ran = await shell(command);
    expect(ran.code).to.equal(3);
    expect(ran.stdout).to.include('ALARM: 26 failures in 15 min');
  });

  it('cron: prints nothing while all is well', async () => {
    const calm = recipe('cron-script').replace('--threshold 20', '--threshold 1000');
    const { code, stdout, stderr } = await shell(calm);
    expect([code, stdout, stderr]).to.deep.equal([0, '', '']);
  });

  it('systemd: the units are sound, and what the service runs ends with 3', async () => {
    const [service, timer] = [recipe('systemd-service'), recipe('systemd-timer')];
    expect(service).to.match(/^Type=oneshot$/mu);
    expect(timer)
      .to.match(/^OnCalendar=\*:0\/15$/mu)
      .and.to.match(/^WantedBy=timers\.target$/mu);
    if (onPath('systemd-analyze')) {
      const files = [path.join(home, 'login-failures.service'), path.join(home, 'login-failures.timer')];
      writeFileSync(files[0]!, service);
      writeFileSync(files[1]!, timer);
      const checked = await run('systemd-analyze', ['verify', ...files]);
      expect(checked.stderr + checked.stdout).not.to.match(/login-failures\.(?:service|timer):/u);
      expect(checked.code).to.equal(0);
    }
    const command = /^ExecStart=(.+)$/mu.exec(service)?.[1] ?? '';
    expect((await shell(command)).code).to.equal(3);
  });

  it('GitHub Actions: the step that looks fails the job, and leaves its page', async () => {
    const workflow = recipe('github');
    expect(workflow).to.match(/- cron: '[\d,]+ \* \* \* \*'/u);
    const steps = [...workflow.matchAll(/^ +(?:- )?run: (.+)$/gmu)].map(([, command = '']) => command);
    const look = steps.find((command) => command.includes('loginhistory failures')) ?? '';
    const artifact = /^ +path: (\S+)$/mu.exec(workflow)?.[1] ?? '';
    expect(look).to.include(`--output-file ${artifact}`);
    const { code } = await shell(look);
    expect(code).to.equal(3);
    expect(readFileSync(path.join(home, artifact), 'utf8')).to.include('<svg');
    for (const flag of look.match(/--[a-z-]+/gu) ?? []) expect(page).to.include(flag);
  });

  it('Prometheus: the file is there whole, is valid, and nothing else is left in the folder', async () => {
    const folder = path.join(home, 'textfile');
    mkdirSync(folder);
    const { code } = await shell(recipe('textfile'), { TEXTFILE_DIR: folder });
    expect(code).to.equal(3);
    expect(readdirSync(folder)).to.deep.equal(['salesforce_login.prom']);
    const value = parseMetrics(readFileSync(path.join(folder, 'salesforce_login.prom'), 'utf8'));
    expect(value('salesforce_login_threshold_exceeded', { org: started.stage.org.id, alias: 'prod' })).to.equal(1);
  });

  it('Prometheus: the page names every metric that there is, and no other', () => {
    const written = failuresIn(cases.alarm).openmetrics;
    const there = new Set([...written.matchAll(/^# TYPE (\S+)/gmu)].map(([, name]) => name));
    const named = new Set([...page.matchAll(/\bsalesforce_login_[a-z_]+\b(?!\.prom)/gu)].map(([name]) => name));
    expect([...named].toSorted()).to.deep.equal([...there].toSorted());
  });

  it('a file needs no org', async () => {
    const header = 'Username,Login Time,Source IP,Login Type,Status,Application';
    const rows = Array.from(
      { length: 25 },
      (_none, at) => `a@acme.com,11/20/2026 14:00:${10 + at},203.0.113.7,Remote Access 2.0,User Is Frozen,Sync`,
    );
    writeFileSync(path.join(home, 'LoginHistory.csv'), [header, ...rows].join('\n'));
    const { code, stdout } = await shell(recipe('file'));
    expect(code).to.equal(3);
    expect(stdout).to.include('ALARM: 25 failures in 15 min (2026-11-20 13:00');
  });
});
