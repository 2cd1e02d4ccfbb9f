import { Messages } from '@salesforce/core';
import { Parser } from '@oclif/core';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { alarmFlags, failuresOutputFlags, filterFlags, sourceFlags } from '../../src/input/loginhistory/flags.ts';
import { readFailuresRequest, type FailuresAsked } from '../../src/input/loginhistory/request.ts';
import { asSfError } from '../../src/shell/trouble.ts';
import { failuresOfOrg, openHistory } from '../../src/look/loginhistory.ts';
import { exitCodeOfFailures } from '../../src/output/exit-codes.ts';
import { failuresScreen, safeFailures } from '../../src/output/loginhistory.ts';
import { redactor } from '../../src/report/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { parseMetrics } from '../report/loginhistory/exposition.ts';
import { inHome } from '../support/home.ts';
import { failuresIn } from '../support/written.ts';

Messages.importMessagesDirectory(process.cwd());
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.failures');
const words = loadWords();
const flags = {
  ...sourceFlags(messages),
  ...filterFlags(messages),
  ...alarmFlags(messages),
  ...failuresOutputFlags(messages),
};
const now = Date.parse('2026-11-23T12:00:00Z');

/** What the command makes of its flags. */
const ask = async (given: readonly string[], json = false): Promise<FailuresAsked> => {
  const parsed = await Parser.parse([...given], { flags, strict: true });
  const [targetOrg] = parsed.flags['target-org'] ?? [];
  return readFailuresRequest({ ...parsed.flags, 'target-org': targetOrg }, { now, json, configuredOrg: undefined });
};

describe('sf auth loginhistory failures: its flags', () => {
  const mistakes: ReadonlyArray<readonly [flags: readonly string[], message: RegExp]> = [
    [['--since', 'yesterday'], /"yesterday" in --since is neither a time in the past nor a length of time/u],
    [['--since', '2026-02-30'], /"2026-02-30" in --since/u],
    [['--until', '2h', '--since', '2090-01-01'], /--since/u],
    [['--since', '2026-01-02', '--until', '2026-01-01'], /no time between --since/u],
    [['--threshold', '20', '--window', '15x'], /"15x" in --window is no length of time/u],
    [['--threshold', 'many'], /many/u],
    [['--threshold', '-1'], /-1/u],
    [['--window', '15m'], /--window says nothing without --threshold or --spike/u],
    [['--spike', '1'], /"1" in --spike is no factor/u],
    [['--interval', '10s'], /--interval: --follow/u],
    [['--zone', 'Europe/Paris'], /--zone: --file/u],
    [['--file', 'x.csv', '--target-org', 'admin'], /--target-org=.* --file/u],
    [['--file', '-', '--zone', 'Europe/Atlantis'], /"Europe\/Atlantis" in --zone is no time zone/u],
    [['--source-ip', 'here'], /"here" in --source-ip/u],
    [['--group-by', 'moon'], /moon/u],
    [['--result-format', 'pdf'], /pdf/u],
    [['--follow', '--result-format', 'html'], /--follow and --result-format html/u],
    [['--follow', '--until', '1h'], /--until=1h .* --follow/u],
    [['--app', ' '], /--app is empty/u],
    [[], /no org is named, and no file/u],
  ];

  for (const [given, message] of mistakes) {
    it(`refuses "${given.join(' ')}" in one sentence`, async () => {
      const org = given.includes('--file') || given.length === 0 ? [] : ['--target-org', 'admin'];
      const error = await ask([...given, ...org]).then(
        () => undefined,
        (thrown: unknown) => asSfError(thrown, words, (text) => text),
      );
      expect(error?.message).to.match(message);
    });
  }

  it('--follow shows rows as they come, which --json cannot', async () => {
    const error: unknown = await ask(['--target-org', 'admin', '--follow'], true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ key: 'flags-clash' });
  });

  it('reads lengths and times', async () => {
    const { request, intervalMs } = await ask([
      ...['--target-org', 'admin', '--since', '1.5h', '--threshold', '0', '--window', '90s', '--spike', '2.5'],
    ]);
    expect(intervalMs).to.equal(30_000);
    expect(request).to.deep.include({
      since: { back: 5_400_000 },
      threshold: { limit: 0, windowMs: 90_000 },
      spike: { factor: 2.5, windowMs: 90_000 },
      by: 'cause',
    });
    const times = await ask(['--target-org', 'admin', '--since', '2026-11-22T02:14+01:00', '--until', '2h']);
    expect(times.request).to.deep.include({
      since: { at: Date.parse('2026-11-22T01:14:00Z') },
      until: now - 7_200_000,
    });
  });

  it('a threshold without a window is for an hour, and no look is sooner than five seconds', async () => {
    const { request, intervalMs } = await ask([
      ...['--target-org', 'admin', '--threshold', '5', '--follow', '--interval', '1s'],
    ]);
    expect(request.threshold).to.deep.equal({ limit: 5, windowMs: 3_600_000 });
    expect(intervalMs).to.equal(5000);
  });

  it('takes several of each filter', async () => {
    const { request } = await ask([
      ...['--target-org', 'admin', '--app', 'A, B', '--app', 'C', '--source-ip', '203.0.113.7,2001:db8::/32'],
      ...['--username', ' ada@acme.com '],
    ]);
    expect(request.filters).to.deep.equal({
      usernames: ['ada@acme.com'],
      apps: ['A, B', 'C'],
      sourceIps: ['203.0.113.7', '2001:db8::/32'],
      loginTypes: [],
      statuses: [],
    });
  });
});

describe('sf auth loginhistory failures: its formats', () => {
  let started: Started;
  before(async () => {
    started = await startScenario('user-frozen');
    const { stage } = started;
    for (let back = 30; back > 0; back -= 1) {
      const at = stage.clock.now() - 2_400_000 + back * 10_000;
      addLoginRow(stage.org, { at, userId: stage.user.id, status: 'User Is Frozen', application: stage.app.name });
    }
  });
  after(() => started.stop());

  const look = (given: readonly string[]) =>
    inHome(started.info.env, async () => {
      const { request } = await ask(['--target-org', 'admin', ...given]);
      return failuresOfOrg(
        await openHistory('admin'),
        { ...request, now: started.stage.clock.now() },
        performance.now(),
      );
    });
  const page = { width: 80, colour: false, words };
  const at = '2026-11-23T12:00:00Z';

  it('the same alarm, with its window, in every format', async () => {
    const result = await look(['--threshold', '20', '--window', '15m']);
    expect(exitCodeOfFailures(result)).to.equal(3);
    const rendered = { human: failuresScreen(result, page, at), ...failuresIn(result) };
    for (const text of [rendered.human, rendered.markdown, rendered.html, rendered.csv, rendered.openmetrics])
      expect(text)
        .to.match(/exceeded|^✖ ALARM/u)
        .and.to.match(/\n$/u);
    const { human, csv, json, openmetrics, html } = rendered;
    expect(human).to.match(/^✖ ALARM: 30 failures in 15 min \(.+\); the limit is\s+20\./u);
    expect(html).to.include('Threshold exceeded: 30 failures in 15 min');
    expect(csv).to.match(/^threshold,,,,30,,[\d:TZ.-]+,[\d:TZ.-]+,.*,exceeded,/mu);
    expect(JSON.parse(json)).to.deep.equal(JSON.parse(JSON.stringify(result)));
    const value = parseMetrics(openmetrics);
    expect(
      value('salesforce_login_threshold_highest_failures', { org: started.stage.org.id, alias: 'admin' }),
    ).to.equal(30);
    expect(value('salesforce_login_exit_code', { org: started.stage.org.id, alias: 'admin' })).to.equal(3);
  });

  it('without the right to see all rows no format calls it healthy', async () => {
    const { permissions } = started.stage.org.profiles[0]!;
    const held = ['MonitorLoginHistory', 'ManageUsers'].filter((name) => permissions.delete(name));
    try {
      const result = await look(['--threshold', '100']);
      expect(exitCodeOfFailures(result)).to.equal(4);
      expect(failuresScreen(result, page, at)).to.include('? Not every login could be seen');
      const reports = failuresIn(result);
      expect(reports.csv).to.include('complete: no');
      expect(reports.json).to.include('"whole": false');
      expect(reports.openmetrics).to.match(/_complete\{org=.+\} 0$/mu);
      expect(reports.html).to.include('Inconclusive');
      expect(reports.junit).to.match(/<testsuite [^>]*errors="1"/u);
    } finally {
      for (const name of held) permissions.add(name);
    }
  });

  it('redacted, no format names anybody', async () => {
    const result = safeFailures(await look([]), redactor());
    for (const [format, text] of Object.entries({ human: failuresScreen(result, page, at), ...failuresIn(result) }))
      expect(text, format).not.to.match(/acme|Marketing|203\.0\.113/u);
  });

  it('never shows a secret, whatever stood in a row', async () => {
    const [secret, status] = ['3MVG9secret', 'Failed: refresh_token=5Aep861TSESvWeug_xvFHRBTTbf_YrTWgEyjBJrfYu4'];
    const result = await look([]);
    const [group] = result.groups;
    const clean = safeFailures({ ...result, groups: [{ ...group!, title: status, key: status }] });
    for (const [format, text] of Object.entries({ human: failuresScreen(clean, page, at), ...failuresIn(clean) }))
      expect(text, format).not.to.include('5Aep861TSES').and.not.include(secret);
  });
});
