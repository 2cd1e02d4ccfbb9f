import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { root, run } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';

describe('sf auth doctor without a login', function () {
  this.timeout(120_000);
  let started: Started;
  before(async () => (started = await startScenario('user-frozen')));
  after(() => started.stop());

  const doctor = (...flags: readonly string[]): Promise<Ran> =>
    run(process.execPath, [`${root}bin/dev.js`, 'auth', 'doctor', '--no-save', ...flags], { env: started.info.env });

  it('with an org lists what fails in it now, from its own rows', async () => {
    const { code, stdout } = await doctor('-o', 'admin');
    expect(stdout).to.match(/^✖ 1 login fails in admin@acme\.com now\./u);
    expect(stdout).to.include('integration.marketing@acme.com / Marketing Sync').and.to.include('(user-frozen)');
    expect(stdout).to.include('sf auth doctor -o admin@acme.com --pick 1');
    expect(code).to.equal(3);
  });

  it('--pick goes on with that login', async () => {
    const { code, stdout } = await doctor('-o', 'admin', '--pick', '1');
    expect(stdout).to.match(/^✖ The user is frozen\. +CONFIRMED/u);
    expect(code).to.equal(3);
  });

  it('without an org looks at every login of this machine, and sends none of their secrets', async () => {
    started.sim.log.clear();
    const { code, stdout } = await doctor();
    expect(stdout)
      .to.match(/^\? \d+ logins? (?:are|is) stored on this machine/u)
      .and.to.include('admin (admin@acme.com): Not tried (access token)');
    expect(code).to.equal(4);
    const sent = started.sim.log.entries.map(({ path, headers }) => `${path} ${JSON.stringify(headers)}`);
    expect(sent.join('\n'))
      .to.include('/.well-known/')
      .and.not.include('authorization')
      .and.not.include('/services/data');
  });
});
