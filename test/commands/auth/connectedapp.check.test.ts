import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { buildIfNeeded } from '../../../scripts/demo/build.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { exitCodeHelp } from '../../../src/output/exit-codes.ts';
import { formats as reportFormats } from '../../../src/output/formats.ts';
import { loadWords } from '../../../src/words/index.ts';

const bin = fileURLToPath(new URL('../../../bin/run.js', import.meta.url));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };
type Result = {
  readonly outcome: string;
  readonly decidingGate?: string;
  readonly gates: ReadonlyArray<{ readonly gate: string; readonly state: string }>;
  readonly wait?: { readonly outcome: string; readonly tries: readonly unknown[] };
};

/** The command as it is built, in a pipe. */
const runIn = (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bin, 'auth', 'connectedapp', 'check', ...args],
      { env: { PATH: process.env.PATH, ...env }, cwd: env.HOME },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end();
  });

/** What a report can be asked for as: `--help` names no other. */
const formats: ReadonlyArray<readonly string[]> = [
  ['--json'],
  ...reportFormats.map((format) => ['--result-format', format]),
];

describe('sf auth connectedapp check', function () {
  this.timeout(120_000);
  before(buildIfNeeded);

  let started: Started;
  const run = (...args: readonly string[]): Promise<Run> => runIn(started.info.env, args);
  const json = async (...args: readonly string[]): Promise<{ code: number; result: Result }> => {
    const { code, stdout } = await run(...args, '--json');
    const { result, status } = JSON.parse(stdout) as { result: Result; status: number };
    expect(status).to.equal(code);
    return { code, result };
  };
  const asked = (): readonly string[] => [
    ...['--target-org', 'admin', '--app', started.info.app, '--username', started.info.username, '--flow', 'jwt'],
    ...['--login-url', started.info.urls.myDomain, '--source-ip', '203.0.113.7'],
  ];
  const withKey = (): readonly string[] => [...asked(), '--jwt-key-file', started.info.keyFile ?? ''];
  const waiting = (): readonly string[] => [
    '--app',
    started.info.consumerKey,
    '--login-url',
    started.info.urls.myDomain,
  ];

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

    it('--wait with --attempt and no private key sends nothing: 2', async () => {
      started.sim.log.clear();
      const { code, stderr } = await run(...waiting(), '--wait', '1', '--attempt', '--username', started.info.username);
      expect(code).to.equal(2);
      expect(stderr).to.include('--jwt-key-file');
      expect(started.sim.log.entries.filter(({ path: at }) => at === '/services/oauth2/token')).to.deep.equal([]);
    });

    it('--all: one line an app', async () => {
      const { code, stdout } = await run('--target-org', 'admin', '--all');
      expect(code).to.equal(0);
      expect(stdout).to.match(/Marketing Sync\s+connected/u);
    });

    it('--wait without an org: ready after two good answers in a row: 0, a line a try', async () => {
      const { code, stdout } = await run(...waiting(), '--wait', '1');
      expect(code).to.equal(0);
      expect(stdout.match(/^.+ try \d, after/gmu)).to.have.lengthOf(2);
      expect(stdout).to.include('Ready after');
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
        expect(stdout, format.join(' ')).to.include('permission-set-1');
        expect(stdout, format.join(' ')).to.not.match(
          /Marketing[ _]Sync|acme|203\.0\.113|profile Integration|0H4H|00eH|005H/u,
        );
      }
    });

    it('--fail-on never: 0', async () => expect((await run(...withKey(), '--fail-on', 'never')).code).to.equal(0));

    it('--wait does not wait for a gate that time does not open', async () => {
      const { code, result } = await json(...withKey(), '--wait', '1');
      expect(code).to.equal(3);
      expect(result).to.not.have.property('wait');
      expect(result.decidingGate).to.equal('permitted-users');
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

  describe('wrong usage ends with 2', () => {
    let home = '';
    before(async () => (home = await mkdtemp(path.join(tmpdir(), 'check-home-'))));
    after(() => rm(home, { recursive: true }));
    const plain = (...args: readonly string[]): Promise<Run> =>
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
