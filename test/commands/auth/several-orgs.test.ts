import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import type { AcrossOrgs, AllAppsCheck, LoginFailures } from '../../../src/model/index.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { callHere, type Call } from '../../support/every-command.ts';
import { junitErrors } from '../../support/schemas.ts';
import { startTwoOrgs, type TwoOrgs } from '../../support/two-orgs.ts';

type Across = AcrossOrgs<AllAppsCheck | LoginFailures>;

const resultOf = (ran: Ran): Across => (parsed(ran) as { result: Across }).result;

const validated = (schema: string, data: unknown): string => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  return validate(data) ? '' : JSON.stringify(validate.errors);
};

/** What a metric is called in each line of OpenMetrics. */
const metricsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^# TYPE (\S+) gauge$/gmu)].map(([, name = '']) => name);

describe('several orgs in one run', function () {
  this.timeout(120_000);
  let orgs: TwoOrgs;
  let failing: TwoOrgs;
  let folder = '';
  before(async () => {
    orgs = await startTwoOrgs('app-blocked-or-uninstalled', 'healthy');
    failing = await startTwoOrgs('user-not-preauthorized', 'healthy');
    folder = mkdtempSync(path.join(os.tmpdir(), 'orgs-'));
    writeFileSync(path.join(folder, 'orgs.txt'), '# ours\nadmin\nuat # the sandbox\n');
    writeFileSync(path.join(folder, 'dead.txt'), 'uat.gone\n');
    writeFileSync(path.join(folder, 'none.txt'), '# nobody\n');
  });
  after(async () => {
    await orgs.stop();
    await failing.stop();
    rmSync(folder, { recursive: true });
  });

  const call = (command: Call['command'], ...argv: readonly string[]): Promise<Ran> =>
    callHere({ command, argv }, (command === 'failures' ? failing : orgs).target.info.env);

  const both = ['-o', 'admin', '-o', 'uat'];
  const check = (...more: readonly string[]): Promise<Ran> => call('check', ...both, '--all', ...more);
  const failures = (...more: readonly string[]): Promise<Ran> => call('failures', ...both, '--since', '7d', ...more);

  it('checks every app of each, and ends as the worst of them would alone', async () => {
    const ran = await check('--json');
    const result = resultOf(ran);
    expect(result.orgs.map(({ name, exitCode }) => [name, exitCode])).to.deep.equal([
      ['admin', 3],
      ['uat', 0],
    ]);
    expect(ran.code).to.equal(3);
    expect(validated('schemas/auth-connectedapp-check.json', result)).to.equal('');
    const alone = await call('check', '-o', 'uat', '--all', '--json');
    expect([alone.code, validated('schemas/auth-connectedapp-check.json', resultOf(alone))]).to.deep.equal([0, '']);
  });

  it('counts the failures of each, and takes an alarm of one for an alarm', async () => {
    const calm = await failures('--json');
    expect(resultOf(calm).orgs.map(({ name, exitCode }) => [name, exitCode])).to.deep.equal([
      ['admin', 0],
      ['uat', 0],
    ]);
    expect(validated('schemas/auth-loginhistory-failures.json', resultOf(calm))).to.equal('');
    const alarmed = await failures('--threshold', '0', '--window', '1d', '--json');
    expect(resultOf(alarmed).orgs.map(({ exitCode }) => exitCode)).to.deep.equal([3, 0]);
    expect([calm.code, alarmed.code]).to.deep.equal([0, 3]);
  });

  it('--requests says what would be sent to each of them, and to both that are compared', async () => {
    const hosts = (ran: Ran): ReadonlySet<string> =>
      new Set([...ran.stdout.matchAll(/127\.0\.0\.1:\d+/gu)].map(([host]) => host));
    expect(hosts(await check('--requests'))).to.have.property('size', 2);
    const pair = ['-o', 'admin', '--compare', 'uat', '--app', 'Marketing Sync', '--requests'];
    expect(hosts(await call('doctor', ...pair))).to.have.property('size', 2);
  });

  it('takes the orgs from a file, each once', async () => {
    const ran = await call('failures', '-o', `@${path.join(folder, 'orgs.txt')}`, '-o', 'uat', '--json');
    expect(resultOf(ran).orgs.map(({ name }) => name)).to.deep.equal(['admin', 'uat']);
  });

  it('shows one table, what counts first, and the command for each org', async () => {
    const { stdout } = await check();
    const rows = stdout.split('\n').filter((line) => /^ {2}(?:fails|note|works|warning) /u.test(line));
    expect(rows[0]).to.match(/^ {2}fails +admin +Marketing Sync/u);
    expect(rows.length).to.be.greaterThan(1);
    expect(stdout).to.include('sf auth connectedapp check --all -o uat');
  });

  it('tells of one that cannot be looked into, keeps what the others said, and ends with 1 where nothing is worse', async () => {
    const dead = await call('failures', '-o', 'uat', '-o', 'gone', '--json');
    const [first, second] = resultOf(dead).orgs;
    expect(first).to.have.property('result');
    expect(second).to.include({ name: 'gone', exitCode: 1 }).and.have.property('trouble');
    expect(dead.code).to.equal(1);
    const worse = await call('check', '-o', 'gone', '-o', 'admin', '--all');
    expect(worse.code).to.equal(3);
    expect(worse.stdout).to.include('cannot be looked into').and.include('Marketing Sync');
  });

  it('a silent org holds up none of the others beyond the time of the run', async () => {
    orgs.other.sim.faults.latency = 60_000;
    const ran = await call('check', ...both, '--all', '--timeout', '5', '--json');
    orgs.other.sim.faults.latency = 0;
    expect(resultOf(ran).orgs[0]).to.include({ name: 'admin', exitCode: 3 });
    expect(ran.code).to.equal(3);
  });

  it('writes junit that Jenkins takes and that fails, each metric once, and a line of CSV for each', async () => {
    const [junit, metrics, csv] = await Promise.all([
      check('--result-format', 'junit'),
      failures('--result-format', 'openmetrics'),
      check('--result-format', 'csv'),
    ]);
    expect(await junitErrors({ orgs: junit.stdout })).to.deep.equal([]);
    expect(junit.stdout).to.include('<failure');
    const names = metricsIn(metrics.stdout);
    expect(names)
      .to.deep.equal([...new Set(names)])
      .and.include('salesforce_login_rows');
    expect(metrics.stdout)
      .to.match(/alias="admin"/u)
      .and.match(/alias="uat"/u);
    expect(csv.stdout).to.match(/^failed,.*admin: Marketing Sync/mu);
  });

  it('with --redact leaves no name of any org', async () => {
    const listed = [
      '-o',
      `@${path.join(folder, 'orgs.txt')}`,
      '-o',
      `@${path.join(folder, 'dead.txt')}`,
      '--all',
      '--redact',
    ];
    for (const ran of [await check('--redact'), await failures('--redact'), await call('check', ...listed)])
      expect(ran.stdout + ran.stderr).to.not.match(/acme|marketing|-o admin|\buat\b/iu);
  });

  for (const [argv, said] of [
    [['--app', 'x'], 'go with --all'],
    [['-o', '@nowhere.txt', '--all'], 'cannot be read'],
  ] as const)
    it(`is wrong usage: check ${argv.join(' ')}`, async () => {
      const { code, stderr } = await call('check', ...both, ...argv);
      expect([code, stderr]).to.satisfy(() => code === 2 && stderr.includes(said));
    });

  it('is wrong usage: a file that names no org, and to follow several', async () => {
    const empty = await call('failures', '-o', `@${path.join(folder, 'none.txt')}`);
    expect([empty.code, empty.stderr]).to.satisfy(() => empty.code === 2 && empty.stderr.includes('names no org'));
    const follow = await call('failures', ...both, '--follow');
    expect([follow.code, follow.stderr]).to.satisfy(() => follow.code === 2 && follow.stderr.includes('--follow'));
  });
});
