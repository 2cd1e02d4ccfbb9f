import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Ran } from '../support/cli.ts';
import { callHere } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

const audience = 'https://login.salesforce.com';

/** The assertion that the integration sends, in a file; and what `sf auth doctor` makes of it. */
const diagnose = async (
  { info, stage }: Started,
  claims: object,
  more: readonly string[] = ['--target-org', 'admin'],
): Promise<Ran & { readonly parts: readonly string[] }> => {
  const { client, clock } = stage;
  const exp = Math.floor(clock.now() / 1000) + 180;
  const standard = { iss: client.consumerKey, sub: client.username, aud: audience, exp, nonce: 'CANARY' };
  const payload = JSON.parse(JSON.stringify({ ...standard, ...claims })) as object;
  const assertion = jwt.sign(payload, client.privateKey, { algorithm: 'RS256', noTimestamp: true });
  writeFileSync(path.join(info.home, 'assertion'), assertion);
  const argv = ['--app', info.app, '--assertion-file', path.join(info.home, 'assertion'), ...more];
  return { ...(await callHere({ command: 'doctor', argv }, info.env)), parts: assertion.split('.') };
};

describe('a given assertion', function () {
  this.timeout(60_000);

  it('that is not signed by the key of the app’s certificate proves that, without the key', () =>
    withScenario('jwt-wrong-key-or-cert', {}, async (started) => {
      const { stdout, code } = await diagnose(started, {});
      expect(code, stdout).to.equal(3);
      expect(stdout).to.include('auth explain jwt-wrong-key-or-cert');
    }));

  it('is right where the login works, and what it names is looked at', () =>
    withScenario('healthy', {}, async (started) => {
      const org = ['--target-org', 'admin', '--login-url', started.info.urls.myDomain];
      const { stdout, code } = await diagnose(started, {}, [...org, '--details']);
      expect(stdout)
        .to.include(started.info.username)
        .and.include('signed by the key of the app')
        .and.include(audience);
      expect(code, stdout).to.equal(0);
    }));

  const wrong: ReadonlyArray<readonly [string, object, cause: string]> = [
    ['the audience of a sandbox', { aud: 'https://test.salesforce.com' }, 'jwt-wrong-audience'],
    ['the consumer key of another app', { iss: '3MVG9.another.key' }, 'app-wrong-consumer-key'],
    ['a user that is not there', { sub: 'nobody@acme.example' }, 'jwt-wrong-subject'],
    ['no expiry', { exp: undefined }, 'jwt-malformed'],
  ];
  for (const [what, claims, cause] of wrong)
    it(`with ${what} is told`, () =>
      withScenario('healthy', {}, async (started) => {
        const { stdout, code } = await diagnose(started, claims);
        expect(stdout).to.include(`auth explain ${cause}`);
        expect(code, stdout).to.equal(3);
      }));

  it('is decoded without a request, and kept nowhere', () =>
    withScenario('healthy', {}, async (started) => {
      const { info, sim } = started;
      const file = (name: string): string => path.join(info.home, name);
      sim.log.clear();
      const ways = [
        ['--details', '--save-evidence', file('case.json')],
        ['--json', '--bundle', file('bundle.json')],
        ['--result-format', 'html', '--output-file', file('page.html')],
        ['--result-format', 'markdown', '--redact'],
      ];
      const runs: string[] = [];
      let parts: readonly string[] = [];
      for (const way of ways) {
        const ran = await diagnose(started, {}, ['--offline', ...way]);
        runs.push(ran.stdout, ran.stderr);
        ({ parts } = ran);
      }
      const again = await callHere({ command: 'doctor', argv: ['--last', '--details'] }, info.env);
      expect(again.stdout).to.include('Assertion').and.include(audience);
      expect(sim.log.entries).to.deep.equal([]);
      const files = readdirSync(info.home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'assertion')
        .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
      const secrets = [...parts.slice(1), 'CANARY'];
      for (const text of [...runs, again.stdout, ...files])
        for (const secret of secrets) expect(text).not.to.include(secret);
      const redacted = readFileSync(file('bundle.json'), 'utf8');
      expect(redacted)
        .to.include('"algorithm": "RS256"')
        .and.not.include(info.username)
        .and.not.include(info.consumerKey);
    }));
});

describe('a given access token', function () {
  this.timeout(60_000);

  const diagnose = ({ info }: Started, token: string, more: readonly string[]): Promise<Ran> => {
    writeFileSync(path.join(info.home, 'token'), token);
    const argv = ['--token-file', path.join(info.home, 'token'), ...more];
    return callHere({ command: 'doctor', argv }, info.env);
  };

  it('of another org is told, and only its org is shown', () =>
    withScenario('healthy', {}, async (started) => {
      const token = '00D000000000ZZZ!AQEAQCanaryCanaryCanaryCanary.Canary';
      const { stdout, stderr, code } = await diagnose(started, token, ['--target-org', 'admin', '--details']);
      expect(code, stdout).to.equal(3);
      expect(stdout).to.include('00D000000000ZZZ').and.include('another org');
      expect(stdout + stderr).not.to.include('AQEAQCanary');
    }));

  it('tells its times and scopes without any org', () =>
    withScenario('healthy', {}, async (started) => {
      const over = { iss: 'https://acme.my.salesforce.com', aud: ['https://acme.my.salesforce.com'], scp: 'openid' };
      const token = jwt.sign({ ...over, exp: 1_700_000_000 }, started.stage.client.privateKey, { algorithm: 'RS256' });
      const { stdout, code } = await diagnose(started, token, ['--offline', '--details']);
      expect(stdout).to.include('2023-11-14').and.include('openid');
      expect(code, stdout).to.equal(3);
      expect(stdout).not.to.include(token.split('.')[2]);
    }));
});
