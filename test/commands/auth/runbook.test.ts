import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { root, run } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';

describe('sf auth runbook', function () {
  this.timeout(180_000);
  let started: Started;
  before(async () => (started = await startScenario('user-frozen')));
  after(() => started.stop());

  const runbook = (...flags: readonly string[]): Promise<Ran> =>
    run(process.execPath, [`${root}bin/dev.js`, 'auth', 'runbook', '-o', 'admin', ...flags], { env: started.info.env });

  it('of one app: what to do first, then what it is, what ends, who knows it, and what each error means', async () => {
    started.sim.log.clear();
    const { code, stdout } = await runbook('--app', started.info.app);
    expect(code).to.equal(0);
    const titles = [...stdout.matchAll(/^##? (.+)$/gmu)].map(([, title]) => title);
    expect(titles.slice(0, 7)).to.deep.equal([
      'Runbook: Marketing Sync',
      'At 2 AM',
      'What it is',
      'What ends when',
      'Who knows it',
      'Gates',
      'What each error means here',
    ]);
    expect(stdout).to.include('**Deciding gate: User state. The user is frozen.**');
    expect(stdout).to.include(
      "sf auth doctor -o admin --username integration.marketing@acme.com --app 'Marketing Sync'",
    );
    expect(stdout).to.include('Ada Admin (admin@acme.com): Froze user account for Marketing Integration');
    expect(stdout).to.match(
      /### The user is frozen \(`user-frozen`\)\n\n(?:- .+\n)+\n- \*\*Fix:\*\* Unfreeze the user/u,
    );
    const sent = started.sim.log.entries.map(({ path: where }) => where);
    expect(
      sent.some((where) => where.includes('/services/oauth2/token')),
      'a token request',
    ).to.equal(false);
  });

  it('of every app, without a name of anybody, as the schema says', async () => {
    const { code, stdout } = await runbook('--all', '--redact', '--json');
    expect(code).to.equal(0);
    const { result } = JSON.parse(stdout) as { result: { runbooks: unknown[] } };
    const schema = JSON.parse(readFileSync(path.join(root, 'schemas', 'auth-runbook.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
    expect(result.runbooks).to.have.lengthOf(started.stage.org.apps.length);
    expect(stdout).to.not.match(/acme|Marketing|203\.0\.113|\bAda\b/iu);
  });

  it('of nothing there is none', async () => {
    const { code, stderr } = await runbook();
    expect(code).to.equal(2);
    expect(stderr).to.include('Name an app with --app');
  });
});
