import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, readlink, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { exitCodeHelp } from '../../../src/output/exit-codes.ts';
import { loadWords } from '../../../src/words/index.ts';

const dev = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

describe('sf auth doctor', () => {
  let home = '';
  before(async () => (home = await mkdtemp(path.join(tmpdir(), 'doctor-home-'))));
  after(() => rm(home, { recursive: true }));

  /** The command from its sources, in a home of its own, in a pipe. */
  const run = (args: readonly string[], stdin = '', more: Readonly<Record<string, string>> = {}): Promise<Run> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env.PATH,
        HOME: home,
        USERPROFILE: home,
        SF_DISABLE_TELEMETRY: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        ...more,
      };
      const child = execFile(
        process.execPath,
        [dev, 'auth', 'doctor', ...args],
        { env, cwd: home },
        (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
      child.stdin?.end(stdin);
    });

  const offline = ['--offline', '--error', 'invalid_grant: authentication failure'];

  it('judges a text alone: a screen in a pipe has no colour, and nothing is on stderr', async () => {
    const { code, stdout, stderr } = await run(offline);
    expect(stderr).to.equal('');
    expect(stdout)
      .to.match(/^\? This text has 11 possible causes/u)
      .and.to.match(/\n {2}exit 4: .+\n$/u);
    expect(stdout).not.to.include(String.fromCharCode(27));
    expect(code).to.equal(4);
  });

  it('--details shows the full screen', async () => {
    const { code, stdout } = await run([...offline, '--details']);
    expect(stdout).to.include('Refused').and.to.include('Why it fails').and.to.include('Could not see');
    expect(code).to.equal(4);
  });

  describe('what the last run has seen', () => {
    const kept = () => path.join(home, '.local', 'share', 'sf', 'sf-plugin-auth-doctor');

    it('is judged again with --last, in any format, and removed by --forget', async () => {
      const first = await run([...offline, '--details']);
      const { mode } = await stat(path.join(kept(), 'last.auth-doctor.json'));
      expect(mode & 0o777).to.equal(0o600);
      const again = await run(['--last', '--details']);
      expect([again.code, again.stdout]).to.deep.equal([first.code, first.stdout]);
      expect((await run(['--last'])).stdout).to.include('Judged again from what was seen at');
      expect((await run(['--last', '--ask-admin'])).stdout).to.include(
        "--error 'invalid_grant: authentication failure'",
      );
      expect((await run(['--forget'])).stdout).to.equal('What was kept of the last run is removed.\n');
      expect(await run(['--last'])).to.include({ code: 2, stdout: '' });
    });

    it('is not kept where --no-save or its variable says so, and the screen names no --last', async () => {
      for (const [args, env] of [
        [['--no-save'], {}],
        [[], { SF_AUTH_DOCTOR_NO_SAVE: 'true' }],
      ] as const) {
        const { stdout } = await run([...offline, ...args], '', env);
        expect(stdout).not.to.include('--last');
        expect(await run(['--last'])).to.include({ code: 2, stdout: '' });
      }
    });

    it('is written to a file and judged from it', async () => {
      const file = path.join(home, 'evidence.json');
      const first = await run([...offline, '--details', '--save-evidence', file]);
      const again = await run(['--evidence', file, '--details']);
      expect([again.code, again.stdout]).to.deep.equal([first.code, first.stdout]);
    });

    it('goes to the output by a link to it, and the link stays', async () => {
      const link = path.join(home, 'evidence-link');
      await symlink('/proc/self/fd/1', link);
      const { code, stdout, stderr } = await run([...offline, '--save-evidence', link]);
      expect([code, stderr]).to.deep.equal([4, '']);
      const [evidence = '', screen] = stdout.split(/(?<=^\}\n)/mu);
      expect(JSON.parse(evidence)).to.include.keys('schemaVersion', 'evidence');
      expect(screen).to.match(/^\? This text has/u);
      expect(await readlink(link)).to.equal('/proc/self/fd/1');
    });

    it('is judged as it is: flags of a new look end with 2, and so does having lacked nothing', async () => {
      await run(offline);
      const clash = await run(['--last', '--username', 'a@b.example']);
      expect(clash.code).to.equal(2);
      expect(clash.stderr).to.include('--last').and.to.include('--username');
      expect((await run(['--last', '--permission-set'])).stderr).to.include('No permission was missing');
    });
  });

  it('--json prints the diagnosis in the usual envelope; its status is the exit code', async () => {
    const { code, stdout } = await run([...offline, '--json']);
    const { status, result, warnings } = JSON.parse(stdout) as { status: number; result: object; warnings: unknown[] };
    expect(code).to.equal(4);
    expect(status).to.equal(4);
    expect(warnings).to.deep.equal([]);
    expect(result).to.include({ schemaVersion: 1, outcome: 'inconclusive' });
  });

  it('writes a page to a file, with the same exit code', async () => {
    const file = path.join(home, 'report.md');
    const { code, stdout } = await run([...offline, '--result-format', 'markdown', '--output-file', file]);
    expect(code).to.equal(4);
    expect(stdout).to.equal(`The report is in ${file}.\n`);
    expect(await readFile(file, 'utf8')).to.match(/^# Why this login fails\n/u);
    expect((await readdir(home)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  it('reads what another command printed', async () => {
    const text = '{"error":"invalid_grant","error_description":"expired access/refresh token"}';
    const { stdout } = await run(['--offline', '--error-file', '-', '--redact', '--details'], text);
    expect(stdout).to.include('expired access/refresh token');
  });

  it('--fail-on never ends with 0', async () =>
    expect((await run([...offline, '--fail-on', 'never'])).code).to.equal(0));

  describe('wrong usage ends with 2, in one clear error with what to do', () => {
    const wrong: ReadonlyArray<readonly [string, readonly string[], string]> = [
      ['nothing given, and no login stored', [], 'NoLoginHereError'],
      ['nothing that names a login', ['--no-probe', '--offline'], 'NoLoginHereError'],
      ['an unknown login', ['--login', 'gone'], 'LoginNoneStoredError'],
      ['an unreadable file', ['--error-file', 'gone.log'], 'ErrorFileUnreadableError'],
      ['an empty standard input', ['--error-file', '-'], 'ErrorTextEmptyError'],
    ];
    for (const [name, args, error] of wrong) {
      it(name, async () => {
        const { code, stdout, stderr } = await run(args);
        expect(code).to.equal(2);
        expect(stdout).to.equal('');
        expect(stderr).to.include(error).and.to.include('Try this');
      });
    }

    it('with --json as well', async () => {
      const { code, stdout } = await run(['--login', 'gone', '--json']);
      expect(code).to.equal(2);
      expect(JSON.parse(stdout)).to.include({ status: 2, exitCode: 2, name: 'LoginNoneStoredError' });
    });

    it('where a flag is not one, or has no such value', async () => {
      const [unknown, value] = await Promise.all([run(['--nonsense']), run(['--app', 'x', '--flow', 'magic'])]);
      expect(unknown.code).to.equal(2);
      expect(value.code).to.equal(2);
      expect(value.stderr).to.include('jwt');
    });
  });

  it('that no login of that name is stored ends with 2', async () => {
    const { code, stderr } = await run(['--target-org', 'gone', '--app', 'x', '--no-probe']);
    expect([code, stderr]).to.satisfy(([is, said]: [number, string]) => is === 2 && said.includes('"gone"'));
  });

  it('that the tool cannot do its work ends with 1', async () => {
    const file = await run([...offline, '--output-file', path.join(home, 'no', 'report.md')]);
    expect([file.code, file.stderr]).to.satisfy(
      ([code, stderr]: [number, string]) =>
        code === 1 && stderr.includes('report.md') && stderr.includes('no such file or folder'),
    );
  });

  it('--help has every exit code and its meaning', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).to.equal(0);
    for (const [number, meaning] of Object.entries(exitCodeHelp(loadWords(), 'doctor')))
      expect(stdout.replaceAll(/\s+/gu, ' ')).to.include(`${number} ${meaning}`);
  });
});
