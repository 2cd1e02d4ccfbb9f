import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Ran } from '../support/cli.ts';
import { callHere } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

type Given = { readonly token: string; readonly secret?: string; readonly host?: boolean };

const asked = ({ sim }: Started): number =>
  sim.log.entries.filter(({ path: to }) => to === '/services/oauth2/introspect').length;

const diagnose = (
  { info, stage }: Started,
  { token, secret = stage.client.clientSecret, host = true }: Given,
  more: readonly string[] = [],
): Promise<Ran> => {
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(info.home, name), text);
    return path.join(info.home, name);
  };
  const argv = [
    ...['--introspect', '--token-file', file('token', token), '--client-secret-file', file('secret', secret)],
    ...['--app', host ? info.consumerKey : info.app],
    ...(host ? ['--login-url', info.urls.myDomain] : []),
    ...more,
  ];
  return callHere({ command: 'doctor', argv }, info.env);
};

/** The newest token of the integration. */
const liveToken = ({ sim, stage }: Started): string =>
  sim.org.sessions.findLast(({ userId, ended }) => userId === stage.user.id && !ended)?.token ?? '';

describe('a token that the login host is asked about', function () {
  this.timeout(60_000);

  it('that lives is told with its user, its app and its scopes', () =>
    withScenario('healthy', {}, async (started) => {
      const { stdout, stderr } = await diagnose(started, { token: liveToken(started) }, ['--details']);
      const said = stdout.replaceAll(/\s+/gu, ' ');
      expect(said, stderr).to.include('active, says').and.include(`for ${started.info.username}`);
      expect(said).to.include('scopes').and.include('expires');
      expect(asked(started)).to.equal(1);
    }));

  it('that ended is suspected, by the org that issued it where no host is named', () =>
    withScenario('session-invalid-not-oauth', {}, async (started) => {
      const token = started.stage.client.session ?? '';
      for (const [given, more] of [
        [{ token }, []],
        [{ token, host: false }, ['--target-org', 'admin']],
      ] as const) {
        const { stdout } = await diagnose(started, given, [...more, '--details']);
        expect(stdout.replaceAll(/\s+/gu, ' ')).to.include('says that the token that was given is not active');
      }
      expect(asked(started)).to.equal(2);
    }));

  it('whose app has another secret tells that', () =>
    withScenario('healthy', {}, async (started) => {
      const { stdout } = await diagnose(started, { token: liveToken(started), secret: 'not-that-one' }, ['--details']);
      expect(stdout).to.include('app-wrong-secret').and.include('invalid_client');
      expect(asked(started)).to.equal(1);
    }));

  it('of a host that a text names is not sent there', () =>
    withScenario('healthy', {}, async (started) => {
      const text = `POST ${started.info.urls.myDomain}/services/oauth2/token 400 invalid_client`;
      const { stdout } = await diagnose(started, { token: '00D000000000ZZZ!CANARY.CANARY', host: false }, [
        ...['--error', text, '--json'],
      ]);
      expect(stdout).to.include('--login-url');
      expect(asked(started)).to.equal(0);
    }));

  it('needs both files, and no secret is read for nothing', () =>
    withScenario('healthy', {}, async ({ info, sim }) => {
      for (const argv of [
        ['--introspect', '--token-file', 'x'],
        ['--introspect', '--client-secret-file', 'x'],
        ['--client-secret-file', 'x', '--token-file', 'x'],
      ]) {
        const { code } = await callHere({ command: 'doctor', argv }, info.env);
        expect(code, argv.join(' ')).to.equal(2);
      }
      expect(sim.log.entries.filter(({ path: to }) => to.startsWith('/services/oauth2/introspect'))).to.deep.equal([]);
    }));

  it('leaves neither token nor secret in any output or file, and is judged again as it was', () =>
    withScenario('session-invalid-not-oauth', {}, async (started) => {
      const { info, stage } = started;
      const token = stage.client.session ?? '';
      const file = (name: string): string => path.join(info.home, name);
      const first = await diagnose(started, { token }, ['--details', '--save-evidence', file('case.json')]);
      const ways = [
        ['--json', '--bundle', file('bundle.json')],
        ['--result-format', 'html', '--output-file', file('page.html')],
        ['--requests', '--json'],
      ];
      const runs = [first];
      for (const way of ways) runs.push(await diagnose(started, { token }, way));
      const again = await callHere({ command: 'doctor', argv: ['--evidence', file('case.json'), '--json'] }, info.env);
      expect(again.stdout).to.include('"introspection"').and.include('"inactive"');
      const kept = readdirSync(info.home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'token' && entry.name !== 'secret')
        .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
      for (const text of [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...kept])
        expect(text).not.to.include(token).and.not.include(stage.client.clientSecret);
      const bundle = readFileSync(file('bundle.json'), 'utf8');
      expect(bundle).not.to.include(info.username).and.not.include(info.consumerKey);
    }));
});
