import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { createSession } from '../../simulator/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import pkceRequired from '../../simulator/scenarios/pkce-required-or-bad-verifier.ts';
import { scenario } from '../../simulator/scenarios/scenario.ts';
import { writeBrowser } from '../support/browser.ts';
import type { Ran } from '../support/cli.ts';
import { callHere, type Call } from '../support/every-command.ts';
import { freePort } from '../support/free-port.ts';
import { withScenario } from '../support/gathered.ts';

const { title, prints } = pkceRequired;
const works = scenario({ id: 'healthy', cause: undefined, title, flow: 'web', prints });

const attempt = async (
  { info, stage, sim }: Started,
  command: Call['command'],
  { more = [], env = {} }: { readonly more?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran & { readonly sent: readonly string[] }> => {
  stage.app.callbackUrls = [`http://localhost:${await freePort()}/back`];
  stage.app.secretOptionalForWeb = true;
  sim.log.clear();
  const argv = [
    ...['--attempt', '--flow', 'web', '--target-org', 'admin', '--app', info.app],
    ...['--username', info.username, '--login-url', info.urls.myDomain, ...more],
  ];
  const { token: sid } = createSession(sim.org, { userId: stage.user.id, createdAt: sim.clock.now(), flow: 'browser' });
  const browser = { ...writeBrowser(info.home, sid), SF_WEB_OAUTH_SERVER_TIMEOUT: '20000' };
  const ran = await callHere({ command, argv }, { ...info.env, ...browser, ...env });
  const sent = sim.log.entries.flatMap(({ path: to }) => (to.startsWith('/services/oauth2/') ? [to] : []));
  return { ...ran, sent };
};

const authorize = '/services/oauth2/authorize';
const token = '/services/oauth2/token';

describe('an attempt by the browser', function () {
  this.timeout(60_000);

  for (const command of ['doctor', 'check'] as const)
    it(`of ${command} is granted where the login works, and leaves no token anywhere`, () =>
      withScenario(works, {}, async (started) => {
        const { stdout, stderr, code, sent } = await attempt(started, command, { more: ['--no-probe', '--details'] });
        expect(sent, stderr).to.deep.equal([authorize, token]);
        expect(code, stdout).to.equal(0);
        expect(stdout.split('requests were sent')[1]).to.include(authorize).and.include(token);
        expect(stderr).to.include('log in as the user that the integration acts as');
        const { sessions, codes } = started.sim.org;
        const kept = readdirSync(started.info.home, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.startsWith('browser'))
          .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
        const granted = [sessions.at(-1)?.token ?? '', codes.at(-1)?.code ?? ''];
        for (const text of [stdout, stderr, ...kept]) for (const secret of granted) expect(text).not.to.include(secret);
      }));

  it('tells what the login page sent back, and which cause that is', () =>
    withScenario(works, {}, async (started) => {
      started.stage.app.permissionSetIds = [];
      const { stdout, stderr, code, sent } = await attempt(started, 'doctor', { more: ['--no-probe', '--details'] });
      expect(sent, stderr).to.deep.equal([authorize]);
      expect(code, stdout).to.equal(3);
      expect(stdout).to.include('OAUTH_APP_ACCESS_DENIED').and.include('user-not-preauthorized');
    }));

  it('shows the address as it is where no browser can be opened, and says that nobody came', () =>
    withScenario(works, {}, async (started) => {
      const env = { SF_CONTAINER_MODE: 'true', SF_WEB_OAUTH_SERVER_TIMEOUT: '300' };
      const { stdout, stderr, sent } = await attempt(started, 'doctor', { more: ['--no-probe', '--redact'], env });
      expect(sent).to.deep.equal([]);
      expect(stderr).to.match(/^http:\/\/127\.0\.0\.1:\d+\/services\/oauth2\/authorize\?response_type=code&\S+/mu);
      expect(stderr.replaceAll(/\s+/gu, ' ')).to.include('Nobody came back from the browser in time');
      expect(stdout).not.to.include(started.info.consumerKey);
    }));

  it('opens nothing where it is only listed', () =>
    withScenario(works, {}, async (started) => {
      const { info } = started;
      const { stdout, sent } = await attempt(started, 'doctor', { more: ['--requests'] });
      expect(sent).to.deep.equal([]);
      expect(stdout.replaceAll(/\s+/gu, ' ')).to.include('the login page, in your browser');
      const argv = ['--attempt', '--flow', 'web', '--app', info.consumerKey, '--login-url', info.urls.myDomain];
      const alone = await callHere({ command: 'doctor', argv: [...argv, '--requests'] }, info.env);
      expect(alone.stdout).to.include(`${info.urls.myDomain}${authorize}`);
    }));
});
