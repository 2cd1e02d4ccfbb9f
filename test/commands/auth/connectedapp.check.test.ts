import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { buildIfNeeded } from '../../../scripts/demo/build.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { exitCodeHelp } from '../../../src/output/exit-codes.ts';
import { loadWords } from '../../../src/words/index.ts';
import type { Ran } from '../../support/cli.ts';
import { checking, formats, runIn } from './support/checking.ts';

describe('sf auth connectedapp check', function () {
  this.timeout(120_000);
  before(buildIfNeeded);

  let started: Started;
  const { run, json, asked, withKey, waiting } = checking(() => started);

  describe('where nothing is wrong', () => {
    before(async () => (started = await startScenario('healthy')));
    after(() => started.stop());

    it('every gate that applies is open: 0, no colour in a pipe, nothing on stderr', async () => {
      const { code, stdout, stderr } = await run(...withKey());
      expect(stderr).to.equal('');
      expect(code).to.equal(0);
      expect(stdout)
        .to.match(/^✔ OPEN: /u)
        .and.to.not.include(String.fromCharCode(27));
    });

    it('without the private key a gate is not seen: 4', async () => {
      const { code, result } = await json(...asked());
      expect(code).to.equal(4);
      expect(result.gates.filter(({ state }) => state === 'not-seen').map(({ gate }) => gate)).to.deep.equal([
        'certificate',
      ]);
    });

    it('without the private key it still says when the certificate ends', async () => {
      const { stdout } = await run(...asked());
      expect(stdout).to.match(/Certificate \? until \d{4}-\d\d-\d\d/u);
    });

    it('without an org, what only an org shows is said once, on each screen and in the data', async () => {
      const { code, stdout } = await run(...waiting());
      expect(code).to.equal(4);
      expect(stdout)
        .to.match(/^\? NOT DECIDED: without an org/u)
        .and.to.include('check -o <alias> --app 3MVG');
      expect(stdout).to.match(/Propagated ✔\n {2}18 gates were not looked at/u);
      const whole = await run(...waiting(), '--details');
      expect(whole.stdout.match(/To see it: --target-org/gu)).to.equal(null);
      expect(whole.stdout.match(/Not looked at without an org/gu)).to.have.length(1);
      const { result } = await json(...waiting());
      for (const { gate, signs } of result.gates)
        expect(signs.filter(({ text }) => text.includes('--target-org')).length, gate).to.be.at.most(1);
    });

    it('an address outside the ranges is told with what to add; a page goes to a file', async () => {
      started.stage.profile.loginIpRanges.push({ start: '198.51.100.0', end: '198.51.100.255' });
      const list = path.join(started.info.home, 'addresses.txt');
      await writeFile(list, '203.0.113.8\n203.0.113.9\n');
      const file = path.join(started.info.home, 'check.md');
      const { code, stdout } = await run(
        ...withKey(),
        ...['--source-ip', `@${list}`, '--result-format', 'markdown', '--output-file', file, '--redact'],
      );
      started.stage.profile.loginIpRanges = [];
      expect(code).to.equal(3);
      expect(stdout).to.equal(`The report is in ${file}.\n`);
      const page = await readFile(file, 'utf8');
      expect(page)
        .to.match(/^# What the gates of this app say\n/u)
        .and.to.include('| CLOSED | IP address |');
      expect(page).to.not.match(/203\.0\.113|acme|Marketing Sync/u);
    });

    it('every format ends alike: 0 where all is open, 4 where a gate is not seen', async () => {
      for (const [args, code] of [
        [withKey(), 0],
        [asked(), 4],
      ] as const)
        for (const format of formats) expect((await run(...args, ...format)).code, format.join(' ')).to.equal(code);
    });

    it('--all: one line an app', async () => {
      const { code, stdout } = await run('--target-org', 'admin', '--all');
      expect(code).to.equal(0);
      expect(stdout).to.match(/Marketing Sync\s+connected/u);
    });
  });

  describe('where something is wrong', () => {
    before(async () => (started = await startScenario('user-not-preauthorized')));
    after(() => started.stop());

    it('the deciding gate is named in one line: 3', async () => {
      const { code, stdout } = await run(...withKey());
      expect(code).to.equal(3);
      expect(stdout)
        .to.match(/^✖ CLOSED at "Permitted users"/u)
        .and.to.include('sf auth explain user-not-preauthorized');
    });

    it('every format ends alike: 3', async () => {
      for (const format of formats) expect((await run(...withKey(), ...format)).code, format.join(' ')).to.equal(3);
    });

    it('--redact: neither the permission set that is missing, nor the profile, nor the app is named', async () => {
      for (const format of formats) {
        const { stdout } = await run(...withKey(), ...format, '--redact');
        if (!format.includes('openmetrics')) expect(stdout, format.join(' ')).to.include('permission-set-1');
        expect(stdout, format.join(' ')).to.not.match(
          /Marketing[ _]Sync|acme|203\.0\.113|profile Integration|0H4H|00eH|005H/u,
        );
      }
    });

    it('--fail-on never: 0', async () => expect((await run(...withKey(), '--fail-on', 'never')).code).to.equal(0));
  });

  describe('wrong usage ends with 2', () => {
    let home = '';
    before(async () => (home = await mkdtemp(path.join(tmpdir(), 'check-home-'))));
    after(() => rm(home, { recursive: true }));
    const plain = (...args: readonly string[]): Promise<Ran> =>
      runIn(
        {
          HOME: home,
          USERPROFILE: home,
          SF_DISABLE_TELEMETRY: 'true',
          SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
          SF_DISABLE_LOG_FILE: 'true',
        },
        args,
      );
    const wrong: ReadonlyArray<readonly [readonly string[], number, string]> = [
      [[], 2, 'AppNotNamedError'],
      [['--all'], 2, 'AllWithoutOrgError'],
      [['--app', 'x', '--wait', '1'], 2, 'WaitWithoutHostError'],
      [['--app', 'Some name', '--login-url', 'http://127.0.0.1:9', '--wait', '1'], 2, 'WaitWithoutKeyError'],
      [['--app', 'x', '--needs', 'everything'], 2, 'server-to-server'],
      [['--app', 'x', '--region', 'eu-central-1'], 2, '--ip-ranges-file'],
      [['--app', 'x', '--target-org', 'gone'], 2, '"gone"'],
    ];
    for (const [args, code, text] of wrong) {
      it(`${args.join(' ')}: ${code}`, async () => {
        const ran = await plain(...args);
        expect(ran.code, ran.stderr).to.equal(code);
        expect(ran.stderr).to.include(text);
      });
    }

    it('--help has every exit code and its meaning, and 69', async () => {
      const { code, stdout } = await plain('--help');
      expect(code).to.equal(0);
      const plainText = stdout.replaceAll(/\s+/gu, ' ');
      for (const [number, meaning] of Object.entries(exitCodeHelp(loadWords(), 'check')))
        expect(plainText).to.include(`${number} ${meaning}`);
      expect(plainText).to.include('69 Gave up waiting.');
    });

    it('--offline looks at nothing, and says so: 4', async () => {
      const { code, stdout } = await plain('--app', 'x', '--flow', 'web', '--offline');
      expect(code).to.equal(4);
      expect(stdout).to.include('--offline');
    });
  });
});
