import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { buildIfNeeded } from '../../../scripts/demo/build.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { bin, checking, formats, type Result } from './support/checking.ts';

describe('sf auth connectedapp check --wait', function () {
  this.timeout(120_000);
  before(buildIfNeeded);

  let started: Started;
  const { run, json, withKey, waiting } = checking(() => started);

  describe('where nothing is wrong', () => {
    before(async () => (started = await startScenario('healthy')));
    after(() => started.stop());

    it('--wait with --attempt and no private key sends nothing: 2', async () => {
      started.sim.log.clear();
      const { code, stderr } = await run(...waiting(), '--wait', '1', '--attempt', '--username', started.info.username);
      expect(code).to.equal(2);
      expect(stderr).to.include('--jwt-key-file');
      expect(started.sim.log.entries.filter(({ path: at }) => at === '/services/oauth2/token')).to.deep.equal([]);
    });

    it('--wait without an org: known after two good answers in a row: 0, a line a try', async () => {
      const { code, stdout } = await run(...waiting(), '--wait', '1');
      expect(code).to.equal(0);
      expect(stdout.match(/^.+ try \d, after/gmu)).to.have.lengthOf(2);
      expect(stdout).to.match(/^✔ Known after/mu);
      expect(stdout).not.to.include('Ready');
    });

    it('--wait --json: a line of JSON a try on stderr, and the waiting before the gates', async () => {
      const { stdout, stderr } = await run(...waiting(), '--wait', '1', '--json');
      const lines = stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { try: number; class: string });
      expect(lines.map(({ try: number, class: kind }) => [number, kind])).to.deep.equal([
        [1, 'good'],
        [2, 'good'],
      ]);
      const { result } = JSON.parse(stdout) as { result: Result };
      expect(Object.keys(result).slice(0, 3)).to.deep.equal(['schemaVersion', 'outcome', 'wait']);
      expect(result.wait?.verdict).to.match(/^Known after/u);
      const { stderr: redacted } = await run(...waiting(), '--wait', '1', '--json', '--redact');
      expect(redacted).not.to.include('127.0.0.1').and.not.to.equal('');
    });

    it('--wait in an org: its gates are the verdict, and an org that cannot be seen is none', async () => {
      const known = await run(...withKey(), '--wait', '1', '--stable', '1');
      expect(known.stdout).to.match(/^✔ OPEN: .*\n {2}Known after/mu);
      started.stage.org.state = 'maintenance';
      const host = ['--app', started.info.consumerKey, '--login-url', started.info.urls.login];
      const { code, stdout } = await run(...host, '--target-org', 'admin', '--wait', '1', '--stable', '1');
      started.stage.org.state = 'open';
      expect(stdout).to.match(/^\? NOT DECIDED/mu);
      expect(code).to.equal(4);
    });

    it('--wait with --attempt: a real login, and every try in --json', async () => {
      started.sim.log.clear();
      const { code, result } = await json(
        ...waiting(),
        ...[
          '--wait',
          '1',
          '--stable',
          '1',
          '--attempt',
          '--jwt-key-file',
          started.info.keyFile ?? '',
          '--username',
          started.info.username,
        ],
      );
      expect(code).to.equal(0);
      expect(result.wait).to.include({ outcome: 'ready' });
      expect(result.wait?.tries).to.have.lengthOf(1);
      const grants = started.sim.log.entries
        .map(({ body }) => new URLSearchParams(body).get('grant_type'))
        .filter((type) => type !== null);
      expect(grants).to.deep.equal(['urn:ietf:params:oauth:grant-type:jwt-bearer']);
    });
  });

  describe('where something is wrong', () => {
    before(async () => (started = await startScenario('user-not-preauthorized')));
    after(() => started.stop());

    it('--wait does not wait for a gate that time does not open', async () => {
      const { code, result } = await json(...withKey(), '--wait', '1');
      expect(code).to.equal(3);
      expect(result).to.not.have.property('wait');
      expect(result.decidingGate).to.equal('permitted-users');
    });

    it('--wait --attempt: a user who is not assigned is told apart from what may pass: 4, and who acts', async () => {
      const user = ['--username', started.info.username, '--jwt-key-file', started.info.keyFile ?? ''];
      const tries = ['--wait', '1', '--max-tries', '1', '--stable', '1'];
      const { code, stdout } = await run(...waiting(), ...user, ...tries, '--attempt');
      expect(code).to.equal(4);
      expect(stdout)
        .to.match(/^\? Not let in after/mu)
        .and.to.include('user-not-preauthorized');
    });

    it('--wait --attempt: a fatal answer ends at once', async () => {
      started.stage.app.certificate = undefined as never;
      const { code, result } = await json(
        ...waiting(),
        ...[
          '--wait',
          '1',
          '--attempt',
          '--jwt-key-file',
          started.info.keyFile ?? '',
          '--username',
          started.info.username,
        ],
      );
      expect(code).to.equal(3);
      expect(result.wait).to.include({ outcome: 'fatal' });
      expect(result.wait?.tries).to.have.lengthOf(1);
    });

    it('--wait: a host that is not there is told apart from one that is silent: 4', async () => {
      const url = ['--login-url', 'https://acme.invalid'];
      const tries = ['--wait', '1', '--max-tries', '1', '--stable', '1'];
      const { code, stdout } = await run('--app', started.info.consumerKey, ...url, ...tries);
      expect(code).to.equal(4);
      expect(stdout).to.include('no host is called acme.invalid').and.to.include('mistyped');
    });

    it('Ctrl+C while it waits: ended with what is known so far: 130', async () => {
      started.stage.app.knownFrom = Date.now() + 3_600_000;
      const { env } = started.info;
      const child = spawn(process.execPath, [bin, 'auth', 'connectedapp', 'check', ...waiting(), '--wait', '5'], {
        env: { PATH: process.env.PATH, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        // Once: a second Ctrl+C ends the process as ever.
        if (printed.includes('try 1') && !child.killed) child.kill('SIGINT');
      });
      const [code] = (await once(child, 'close')) as [number | null];
      expect(code).to.equal(130);
      expect(printed).to.include('Interrupted after').and.to.include('client identifier invalid');
    });

    it('gives up with what it likeliest is, and where to decide it', async () => {
      started.stage.app.knownFrom = Date.now() + 3_600_000;
      const { stdout } = await run(...waiting(), '--wait', '1', '--max-tries', '1', '--stable', '1');
      expect(stdout)
        .to.match(/^✖ Not known after/mu)
        .and.to.match(/MAYBE 1\. The key is wrong/u);
      expect(stdout).to.include('check -o <alias> --app 3MVG').and.to.include('exit 69');
    });

    it('given up in every format: 69', async () => {
      started.stage.app.knownFrom = Date.now() + 3_600_000;
      for (const format of formats)
        expect(
          (await run(...waiting(), '--wait', '1', '--max-tries', '1', '--stable', '1', ...format)).code,
          format.join(' '),
        ).to.equal(69);
    });

    it('--max-tries: given up: 69', async () => {
      started.stage.app.knownFrom = Date.now() + 3_600_000;
      const { code, result } = await json(...waiting(), '--wait', '1', '--max-tries', '2');
      expect(code).to.equal(69);
      expect(result).to.include({ outcome: 'transient' });
      expect(result.wait).to.include({ outcome: 'gave-up' });
    });
  });
});
