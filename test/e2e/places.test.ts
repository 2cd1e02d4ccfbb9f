import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { causes } from '../../src/causes/index.ts';
import { parsed, root } from '../support/cli.ts';
import { installPlugin, type Installed } from './installed-plugin.ts';

const plugin = 'sf-plugin-auth-doctor';

type Manifest = { readonly commands: Readonly<Record<string, { readonly id: string; readonly flags: object }>> };

const { commands } = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;
const ours = Object.keys(commands).toSorted();

describe('where the real sf CLI shows a plugin', function () {
  this.timeout(900_000);
  let installed: Installed;
  before(async () => (installed = await installPlugin()));
  after(() => installed.remove());

  it('sf commands lists all of ours, and sf which says whose they are', async () => {
    const { stdout } = await installed.sf(['commands', '--json']);
    const listed = (JSON.parse(stdout) as ReadonlyArray<{ id: string; pluginName: string }>)
      .filter(({ pluginName }) => pluginName === plugin)
      .map(({ id }) => id);
    expect(listed.toSorted()).to.deep.equal(ours);
    expect((await installed.sf(['which', 'auth', 'doctor'])).stdout).to.include(plugin);
  });

  it('sf help auth names every command and topic', async () => {
    const { code, stdout } = await installed.sf(['help', 'auth']);
    expect(code).to.equal(0);
    const words = new Set(ours.map((id) => id.split(':')[1] ?? ''));
    for (const word of words) expect(stdout).to.match(new RegExp(`\\bauth ${word}\\b`, 'u'));
  });

  it('a file in --flags-dir is a flag', async () => {
    const folder = path.join(installed.home, 'flags');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'error'), 'invalid_grant: user is frozen');
    const ran = await installed.sf(['auth', 'doctor', '--flags-dir', folder, '--offline', '--json']);
    const typed = await installed.sf([
      'auth',
      'doctor',
      '--error',
      'invalid_grant: user is frozen',
      '--offline',
      '--json',
    ]);
    expect(ran.code, ran.stdout).to.equal(typed.code);
    expect(parsed(ran)).to.have.nested.property('result.outcome');
  });

  it('the completion of the shell knows our commands and their flags', async () => {
    const created = await installed.sf(['autocomplete', '--refresh-cache']);
    expect(created.code, created.stderr).to.equal(0);
    const { stdout } = await installed.sf(['autocomplete', 'script', 'bash']);
    const [, setup = ''] = /="?([^"\s;]+bash_setup)/u.exec(stdout) ?? [];
    const functions = path.join(path.dirname(setup), 'functions', 'bash', 'sf.bash');
    const completion = readFileSync(functions, 'utf8');
    for (const id of ours) {
      const line = completion.split('\n').find((one) => one.startsWith(`${id} `)) ?? '';
      for (const flag of Object.keys(commands[id]?.flags ?? {})) expect(line, id).to.include(`--${flag}`);
    }
  });

  it('zsh completes the ids of causes, which may be spelt otherwise all the same and do not fill the help', async () => {
    const { stdout } = await installed.sf(['autocomplete', 'script', 'zsh']);
    const [, setup = ''] = /="?([^"\s;]+zsh_setup)/u.exec(stdout) ?? [];
    const completion = readFileSync(path.join(path.dirname(setup), 'functions', 'zsh', '_sf'), 'utf8');
    const [, offered = ''] = /why-not options:\(([^)]*)\)/u.exec(completion) ?? [];
    expect(offered.split(' ')).to.have.members(causes.map(({ id }) => id));
    const args = ['--why-not', 'User_Frozen', '--error', 'invalid_grant: user is frozen', '--offline', '--json'];
    const ran = await installed.sf(['auth', 'doctor', ...args]);
    expect(parsed(ran), ran.stdout).to.have.nested.property('result.cause', 'user-frozen');
    const help = await installed.sf(['auth', 'doctor', '--help']);
    expect(help.stdout).to.include('--why-not=<cause>').and.not.include('|user-frozen|');
  });

  it('sf doctor runs our diagnosis, and its file names no login', async () => {
    const started = await startScenario('local-credential-store', { home: installed.home });
    try {
      const ran = await installed.sf(['doctor', '--plugin', plugin, '--output-dir', installed.home, '--json']);
      const { result } = parsed(ran) as { result: Readonly<Record<string, unknown>> };
      expect(result.diagnosticResults, ran.stdout).to.deep.include({
        testName: `[${plugin}] every login stored here can be used, as far as this machine tells`,
        status: 'fail',
      });
      expect(JSON.stringify(result.pluginSpecificData)).to.include(plugin).and.not.include(started.info.username);
    } finally {
      await started.stop();
    }
  });
});
