import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { LoggedRequest } from '../../simulator/index.ts';
import wrongSecret from '../../simulator/scenarios/app-wrong-secret.ts';
import { scenario } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Ran } from '../support/cli.ts';
import { callHere, type Call } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

/** The same integration while it still works. */
const { title, prints } = wrongSecret;
const works = scenario({ id: 'healthy', cause: undefined, title, flow: 'client-credentials', prints });

const login = ({ info }: Started): readonly string[] => [
  ...['--app', info.consumerKey, '--login-url', info.urls.myDomain],
  ...['--attempt', '--client-secret-file', path.join(info.home, 'secret')],
];

const isLogin = ({ path: asked, body }: LoggedRequest): boolean =>
  asked === '/services/oauth2/token' && new URLSearchParams(body).get('grant_type') === 'client_credentials';

/** Runs a command with the secret in a file, and gives how often it logged in. */
const attempt = async (
  started: Started,
  command: Call['command'],
  more: readonly string[] = [],
): Promise<Ran & { readonly logins: readonly LoggedRequest[] }> => {
  const { info, sim, stage } = started;
  writeFileSync(path.join(info.home, 'secret'), `\uFEFF${stage.client.clientSecret}\r\n`);
  sim.log.clear();
  const ran = await callHere({ command, argv: [...login(started), ...more] }, info.env);
  return { ...ran, logins: sim.log.entries.filter(isLogin) };
};

const filesIn = (home: string): readonly string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secret')
    .map(({ parentPath, name }) => path.join(parentPath, name));

describe('one attempt with client credentials', function () {
  this.timeout(60_000);

  it('is granted with the right secret, and one call of the API follows', () =>
    withScenario(works, {}, async (started) => {
      const { stdout, code, logins, stderr } = await attempt(started, 'doctor', ['--json']);
      expect(logins, stdout + stderr).to.have.lengthOf(1);
      expect(stdout).to.include('"granted": true').and.to.include('"api": "accepted"');
      expect(code).to.equal(0);
      expect((await attempt(started, 'check')).logins).to.have.lengthOf(1);
    }));

  it('is never made twice with a wrong one, and says which cause that is', () =>
    withScenario(wrongSecret, {}, async (started) => {
      const org = ['--target-org', 'admin', '--username', started.info.username];
      const { stdout, code, logins } = await attempt(started, 'doctor', org);
      expect(logins).to.have.lengthOf(1);
      expect(code, stdout).to.equal(3);
      expect(stdout).to.include('auth explain app-wrong-secret');
      expect((await attempt(started, 'check', org)).logins).to.have.lengthOf(1);
    }));

  it('sends nothing without --attempt, and nothing to a host that only a text names', () =>
    withScenario(wrongSecret, {}, async (started) => {
      const { info, sim } = started;
      const secret = path.join(info.home, 'secret');
      writeFileSync(secret, started.stage.client.clientSecret);
      sim.log.clear();
      const without = await callHere(
        { command: 'doctor', argv: login(started).filter((w) => w !== '--attempt') },
        info.env,
      );
      expect(without.code).to.equal(2);
      const text = `POST ${info.urls.myDomain}/services/oauth2/token 400 invalid_client`;
      const learnt = [
        '--app',
        info.consumerKey,
        '--attempt',
        '--client-secret-file',
        secret,
        '--error',
        text,
        '--json',
      ];
      const { stdout } = await callHere({ command: 'doctor', argv: learnt }, info.env);
      expect(sim.log.entries.filter(isLogin)).to.deep.equal([]);
      expect(stdout).to.include('--login-url');
    }));

  it('leaves the secret in no output and in no file', () =>
    withScenario(wrongSecret, {}, async (started) => {
      const { info, stage } = started;
      const file = (name: string): string => path.join(info.home, name);
      const outputs = [
        await attempt(started, 'doctor', ['--details', '--save-evidence', file('case.json')]),
        await attempt(started, 'doctor', ['--json', '--bundle', file('bundle.json')]),
        await attempt(started, 'doctor', ['--result-format', 'html', '--output-file', file('page.html')]),
        await attempt(started, 'check', ['--json']),
        await attempt(started, 'doctor', ['--requests', '--json']),
      ];
      for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.to.include(stage.client.clientSecret);
      const files = filesIn(info.home);
      expect(files.map((name) => path.basename(name))).to.include.members(['case.json', 'bundle.json', 'page.html']);
      for (const name of files) expect(readFileSync(name, 'utf8'), name).not.to.include(stage.client.clientSecret);
    }));
});
