import { expect } from 'chai';
import { buildIfNeeded } from '../../../scripts/demo/build.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { root, run, type Ran } from '../../support/cli.ts';

describe('sf auth selftest, as a command', function () {
  this.timeout(120_000);
  let started: Started;
  before(async () => {
    buildIfNeeded();
    started = await startScenario('healthy');
  });
  after(() => started.stop());

  const test = (...args: string[]): Promise<Ran> =>
    run(process.execPath, [`${root}bin/run.js`, 'auth', 'selftest', ...args], { env: started.info.env });

  it('tests an org, and ends with 0 where all is as we believed', async () => {
    const { code, stdout, stderr } = await test('--target-org', 'admin');
    expect(code, stderr).to.equal(0);
    expect(stdout).to.include('All that could be seen is as we believed').and.to.include('holds no name');
  });

  it('without an org says which to name: 2', async () => {
    const { code, stderr } = await test();
    expect(code).to.equal(2);
    expect(stderr).to.include('There is no org to test against').and.to.include('--target-org <alias>');
  });

  it('--permission-set asks nobody', async () => {
    started.sim.log.clear();
    const { code, stdout } = await test('--permission-set');
    expect([code, started.sim.log.entries.length]).to.deep.equal([0, 0]);
    expect(stdout).to.include('<PermissionSet xmlns=');
    expect((await test('--permission-set', '--target-org', 'admin')).code).to.equal(2);
  });
});
