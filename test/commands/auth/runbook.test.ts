import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { root, run } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';
import type { Runbooks } from '../../../src/model/index.ts';
import { renderRunbookBrief } from '../../../src/report/index.ts';
import { loadWords } from '../../../src/words/index.ts';

describe('sf auth runbook', function () {
  this.timeout(180_000);
  let started: Started;
  before(async () => (started = await startScenario('user-frozen')));
  after(() => started.stop());

  const runbook = (...flags: readonly string[]): Promise<Ran> =>
    run(process.execPath, [`${root}bin/dev.js`, 'auth', 'runbook', '-o', 'admin', ...flags], { env: started.info.env });

  it('of one app: what to do first, then what it is, what ends, who knows it, and what each error means', async () => {
    started.sim.log.clear();
    const { code, stdout } = await runbook('--app', started.info.app, '--result-format', 'markdown');
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

  it('is a screen of 23 lines where no file is written: how it stands, who acts, what to run, what ends', async () => {
    const { code, stdout } = await runbook('--app', started.info.app);
    expect(code).to.equal(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length, stdout).to.be.at.most(23);
    const sentences = lines.filter((line) => !line.startsWith('sf '));
    expect(Math.max(...sentences.map((line) => line.length)), stdout).to.be.at.most(80);
    expect(lines[0]).to.equal('✖ Marketing Sync: Deciding gate: User state. The user is frozen.');
    expect(stdout).to.include('To do: Unfreeze the user\n  Who: an admin of the org\n');
    expect(stdout).to.include(
      "\nsf auth doctor -o admin --username integration.marketing@acme.com --app 'Marketing Sync'",
    );
    expect(stdout).to.include('all of it: --details');
    expect(stdout).to.not.include('What each error means here');
  });

  it('is a line for each of many apps, as far as a screen holds them, those that let nobody in first', async () => {
    const { stdout } = await runbook('--app', started.info.app, '--json');
    const { result } = JSON.parse(stdout) as { result: Runbooks };
    const many = (count: number): readonly string[] => {
      const runbooks = result.runbooks.flatMap((one) =>
        Array.from({ length: count }, (_none, at) => {
          const walk =
            at === count - 1 ? one.walk : { ...one.walk, decidingGate: undefined, outcome: 'healthy' as const };
          const { decidingGate, ...rest } = walk;
          return {
            ...one,
            walk: decidingGate === undefined ? rest : { ...rest, decidingGate },
            integration: { ...one.integration, app: `App ${at + 1}` },
          };
        }),
      );
      const page = { words: loadWords(), width: 80, colour: false, reader: { now: result.asOf }, saved: false };
      return renderRunbookBrief({ ...result, runbooks }, { ...page, exit: { code: 0, meaning: 'x' } }).split('\n');
    };
    const few = many(3);
    expect(few[0]).to.include('3 apps of this org.');
    expect(few[2]).to.equal('✖ App 3: Deciding gate: User state. The user is frozen.');
    expect(few.filter((line) => line.startsWith('✔ App'))).to.have.lengthOf(2);
    expect(few.join('\n')).to.not.include('more.');
    const all = many(40);
    expect(all.length - 1).to.be.at.most(23);
    expect(all[2]).to.include('✖ App 40: ');
    expect(all.join('\n')).to.include('and 24 more.');
  });

  it('is the whole page on the screen with --details', async () => {
    const { stdout } = await runbook('--app', started.info.app, '--details');
    expect(stdout).to.match(/^At 2 AM$/mu);
    expect(stdout).to.match(/^What each error means here$/mu);
    expect(stdout).to.match(/Fix +Unfreeze the user/u);
  });

  it('is Markdown in a file where no format is named, and the named one where it is', async () => {
    const file = path.join(started.info.env.HOME ?? '', 'runbook.md');
    await runbook('--app', started.info.app, '--output-file', file);
    const page = readFileSync(file, 'utf8');
    expect(page).to.match(/^# Runbook: Marketing Sync$/mu);
    expect(page).to.match(/^## What each error means here$/mu);
    await runbook('--app', started.info.app, '--result-format', 'html', '--output-file', file);
    expect(readFileSync(file, 'utf8')).to.match(/^<!doctype html>/iu);
  });

  it('of nothing there is none', async () => {
    const { code, stderr } = await runbook();
    expect(code).to.equal(2);
    expect(stderr).to.include('Name an app with --app');
  });
});
