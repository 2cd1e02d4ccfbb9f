import { expect } from 'chai';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import type { Diagnosis } from '../../../src/model/index.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { callHere } from '../../support/every-command.ts';

const resultOf = (ran: Ran): Diagnosis => (parsed(ran) as { result: Diagnosis }).result;

describe('sf auth doctor --login-history-id', function () {
  this.timeout(120_000);
  let started: Started;
  before(async () => (started = await startScenario('user-not-preauthorized')));
  after(() => started.stop());

  const doctor = (...argv: readonly string[]): Promise<Ran> =>
    callHere({ command: 'doctor', argv: [...argv, '--no-save'] }, started.info.env);
  const row = (status: RegExp): string =>
    started.stage.org.loginRows.findLast((one) => status.test(one.status))?.id ?? '';
  const refused = (id: string): Promise<Ran> => doctor('-o', 'admin', '--login-history-id', id);

  it('looks into the user, the app and the time of that row', async () => {
    const id = row(/^Failed/u);
    const ran = await doctor('-o', 'admin', '--login-history-id', id, '--json');
    const { integration, failingRow, findings } = resultOf(ran);
    expect(integration).to.include({ username: started.info.username, app: started.info.app });
    expect(failingRow?.id.slice(0, 15)).to.equal(id.slice(0, 15));
    expect(findings[0]).to.include({ cause: 'user-not-preauthorized', role: 'root' });
    expect(ran.code).to.equal(3);
  });

  it('says so where the login of the row went well', async () => {
    const { code, stderr } = await refused(row(/^Success/u));
    expect([code, stderr]).to.satisfy(() => code === 2 && stderr.includes('went well'));
  });

  for (const [id, said] of [
    ['0Ya000000000001AAA', 'shows no row 0Ya000000000001AAA'],
    ['005000000000001AAA', 'is the id of a user'],
    ['00D000000000001', 'is the id of an org'],
    ['0Ya12', 'is no id of a row'],
    ['row', 'is no id of a row'],
  ] as const)
    it(`is refused in a sentence: ${id}`, async () => {
      const { code, stderr } = await refused(id);
      expect([code, stderr]).to.satisfy(() => code === 2 && stderr.replaceAll(/\s+/gu, ' ').includes(said));
    });

  it('needs an org, and no other name of the login', async () => {
    for (const argv of [
      ['--login-history-id', '0Ya000000000001AAA'],
      ['-o', 'admin', '--login-history-id', '0Ya000000000001AAA', '--username', 'a@b.c'],
    ])
      expect((await doctor(...argv)).code, argv.join(' ')).to.equal(2);
  });
});
