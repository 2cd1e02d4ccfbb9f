import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import type { Comparison } from '../../../src/model/index.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { callHere } from '../../support/every-command.ts';
import { startTwoOrgs, type TwoOrgs } from '../../support/two-orgs.ts';

const resultOf = (ran: Ran): Comparison => (parsed(ran) as { result: Comparison }).result;

describe('sf auth doctor --compare', function () {
  this.timeout(120_000);
  let orgs: TwoOrgs;
  before(async () => (orgs = await startTwoOrgs('user-not-preauthorized', 'healthy')));
  after(() => orgs.stop());

  const doctor = (...argv: readonly string[]): Promise<Ran> =>
    callHere({ command: 'doctor', argv }, orgs.target.info.env);

  const subject = (): readonly string[] => {
    const { username, app } = orgs.target.info;
    return ['-o', 'admin', '--username', username, '--app', app, '--flow', 'jwt'];
  };

  it('says at which gate alone the two differ, and ends as the org does that was asked about', async () => {
    const ran = await doctor(...subject(), '--compare', 'uat', '--json');
    const { differences, target, other } = resultOf(ran);
    expect(differences?.map(({ gate, target: here, other: there }) => [gate, here.state, there.state])).to.deep.equal([
      ['permitted-users', 'closed', 'open'],
    ]);
    expect(target.deciding?.closedBy[0]?.cause).to.equal('user-not-preauthorized');
    expect(other.integration.username).to.equal(`${target.integration.username ?? ''}.uat`);
    expect(ran.code).to.equal(3);
  });

  it('is what the schema says', async () => {
    const schema = JSON.parse(readFileSync('schemas/auth-doctor.json', 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    const result = resultOf(await doctor(...subject(), '--compare', 'uat', '--json'));
    expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
  });

  it('reads the other org as well where the one that was asked about is the one that works', async () => {
    const { username } = orgs.other.info;
    const ran = await doctor(
      '-o',
      'uat',
      '--username',
      username,
      '--app',
      'Marketing Sync',
      '--compare',
      'admin',
      '--json',
    );
    const { outcome, other } = resultOf(ran);
    expect(outcome).to.not.equal('cause-found');
    expect(other.deciding?.gate).to.equal('permitted-users');
    expect(other.integration.username).to.equal('integration.marketing@acme.com');
    expect(ran.code).to.not.equal(3);
  });

  it('takes the user that is named for the other org', async () => {
    const named = await doctor(...subject(), '--compare', 'uat', '--compare-username', 'nobody@acme.com', '--json');
    expect(resultOf(named).other.integration.username).to.equal('nobody@acme.com');
  });

  it('with --redact leaves no name of either org', async () => {
    const { stdout, stderr } = await doctor(...subject(), '--compare', 'uat', '--redact');
    expect(stdout + stderr).to.not.match(/acme|marketing|in admin|uat\b/iu);
    expect(stdout).to.include('login-1 and login-2 differ at 1 gate');
  });

  for (const [flags, said] of [
    [['-o', 'admin', '--compare', 'uat'], 'say whose'],
    [['-o', 'admin', '--compare', 'admin', '--app', 'x'], 'the same org'],
    [['-o', 'admin', '--compare', 'uta', '--app', 'x'], '"uta"'],
    [['--compare', 'uat', '--app', 'x'], '--target-org'],
  ] as const)
    it(`is wrong usage: ${flags.join(' ')}`, async () => {
      const { code, stderr } = await doctor(...flags);
      expect([code, stderr]).to.satisfy(() => code === 2 && stderr.includes(said));
    });

  it('tells of the one org what is known where the other is silent, and waits no longer than the run may take', async () => {
    orgs.other.sim.faults.latency = 60_000;
    const started = performance.now();
    const ran = await doctor(...subject(), '--compare', 'uat', '--timeout', '5', '--json');
    orgs.other.sim.faults.latency = 0;
    const { target, outcome } = resultOf(ran);
    expect(performance.now() - started).to.be.lessThan(20_000);
    expect([outcome, target.deciding?.gate]).to.deep.equal(['cause-found', 'permitted-users']);
    expect(ran.code).to.equal(3);
  });
});
