import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { root, run } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';

/** What tired people type: little, and with slips. */
describe('sf auth doctor, as people call it', function () {
  this.timeout(120_000);
  let started: Started;
  before(async () => (started = await startScenario('user-frozen')));
  after(() => started.stop());

  const doctor = (...flags: readonly string[]): Promise<Ran> =>
    run(process.execPath, [`${root}bin/dev.js`, 'auth', 'doctor', '--no-save', ...flags], { env: started.info.env });
  const top = ({ stdout }: Ran, lines: number): string => stdout.split('\n').slice(0, lines).join('\n');

  it('-o and --app: a verdict', async () => {
    const ran = await doctor('-o', 'admin', '--app', started.info.app);
    expect(top(ran, 1)).to.match(/^✖ The user is frozen\. +CONFIRMED/u);
    expect(ran.code).to.equal(3);
  });

  it('-o and --error: the one login that fails so, and its verdict', async () => {
    const ran = await doctor('-o', 'admin', '--error', 'invalid_grant: authentication failure');
    expect(top(ran, 1)).to.match(/^✖ The user is frozen\. +CONFIRMED/u);
    expect(ran.stderr).to.include('integration.marketing@acme.com / Marketing Sync');
    expect(ran.code).to.equal(3);
  });

  it('-o and an --error of which no login fails so: what the text alone says', async () => {
    const ran = await doctor('-o', 'admin', '--error', 'invalid_grant: audience is invalid');
    expect(top(ran, 1)).to.match(/^✖ The audience of the JWT/u);
    expect(ran.stderr).to.equal('');
  });

  it('--login: the one thing that decides it, and nothing that was not asked for is sent', async () => {
    const ran = await doctor('--login', 'ci');
    expect(top(ran, 1)).to.match(/^\? Nothing on this machine speaks against the login ci\./u);
    expect(ran.stdout).to.include('\nsf auth doctor -o <their alias> --login ci\n');
    expect(ran.code).to.equal(4);
  });

  it('a username with a slip: the nearest one in the first lines, and the call with it', async () => {
    const ran = await doctor('-o', 'admin', '--username', 'integration.marketting@acme.com', '--app', 'Marketing Sink');
    // The day is told where the last login was on another one, so the sentence may take a line more.
    expect(top(ran, 4).replaceAll(/\s+/gu, ' ')).to.match(
      /^\? This org has no user "integration\.marketting@acme\.com"\. Nearest: integration\.marketing@acme\.com \(active, last login [-0-9: ]+ UTC\)\. It has no app "Marketing Sink" either\. Nearest: "Marketing Sync"\./u,
    );
    expect(ran.stdout).to.include(
      "\nsf auth doctor -o admin@acme.com --username integration.marketing@acme.com --app 'Marketing Sync'\n",
    );
    expect(ran.code).to.equal(4);
    const sure = await doctor('-o', 'admin', '--username', 'integration.marketting@acme.com', '--flow', 'jwt');
    expect(sure.stdout).to.match(/^✖ .+ CONFIRMED\n {2}This org has no user/u);
    expect(sure.code).to.equal(3);
  });

  it('a username that is like no other: nobody is proposed, and nobody is told to reset a password', async () => {
    const { stdout } = await doctor('-o', 'admin', '--username', 'zed@elsewhere.example', '--flow', 'password');
    expect(stdout).to.include('No user of it is called nearly so.').and.not.include('sf auth doctor -o admin');
    const whole = await doctor('-o', 'admin', '--username', 'zed@elsewhere.example', '--flow', 'password', '--details');
    expect(whole.stdout).to.not.match(/Reset Password|Set a new password/u);
  });

  it('an app with a slip, beside a user who is there: said in the first lines', async () => {
    const ran = await doctor('-o', 'admin', '--username', started.info.username, '--app', 'Marketing Sink');
    expect(top(ran, 5)).to.include('This org has no app "Marketing Sink". Nearest: "Marketing Sync".');
    expect(top(ran, 1)).to.match(/^✖ The user is frozen/u);
  });

  it('an alias with a slip: the nearest one; a far name: none', async () => {
    const near = await doctor('-o', 'admn', '--app', 'x');
    expect(near.stderr).to.match(/The nearest names that are: admin\b/u);
    const far = await doctor('--login', 'nope');
    expect(far.stderr)
      .to.include('"nope"')
      .and.not.match(/nearest/u);
    expect([near.code, far.code]).to.deep.equal([2, 2]);
  });

  it('a complaint that holds no refusal: no cause', async () => {
    const { code, stdout } = await doctor('--error', 'We cannot login since this morning', '--json');
    const { result } = JSON.parse(stdout) as { result: { findings: readonly unknown[]; refusals: readonly unknown[] } };
    expect(result.findings).to.deep.equal([]);
    expect(code).to.equal(4);
  });
});
