import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { parsed, run, runDoctor, runSf } from '../../support/cli.ts';
import type { Ran } from '../../support/cli.ts';

const versions = '/services/data/';

const java = `import java.net.URL;
public class Ask {
  public static void main(String[] given) throws Exception {
    System.out.print(new String(new URL(given[0]).openConnection().getInputStream().readAllBytes()));
  }
}
`;

/** Programs that know nothing of the simulator, and how each prints what an address answers. */
const programs: ReadonlyArray<{
  readonly title: string;
  readonly program: string;
  /** Ends with 0 where the machine has it. */
  readonly has: readonly string[];
  readonly args: (url: string, folder: string) => readonly string[];
}> = [
  { title: 'curl', program: 'curl', has: ['--version'], args: (url) => ['-sS', url] },
  {
    title: 'Node fetch',
    program: process.execPath,
    has: ['--version'],
    args: (url) => ['-e', `fetch('${url}').then((got) => got.text()).then((text) => process.stdout.write(text))`],
  },
  {
    title: 'Python urllib',
    program: 'python3',
    has: ['--version'],
    args: (url) => ['-c', `import urllib.request as r; print(r.urlopen("${url}").read().decode())`],
  },
  {
    title: 'Python requests',
    program: 'python3',
    has: ['-c', 'import requests'],
    args: (url) => ['-c', `import requests; print(requests.get("${url}").text)`],
  },
  {
    title: 'Java',
    program: 'javac',
    has: ['-version'],
    args: (url, folder) => [path.join(folder, 'Ask.java'), url],
  },
];

const isHere = ({ program, has }: (typeof programs)[number]): boolean => spawnSync(program, has).status === 0;

describe('the simulator by the real names of Salesforce', function () {
  this.timeout(120_000);
  let started: Started;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'as-salesforce-'));
    writeFileSync(path.join(folder, 'Ask.java'), java);
    started = await startScenario('ip-restricted', { asSalesforce: true });
  });
  after(async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const there = (program: string, args: readonly string[]): Promise<Ran> =>
    run(program, args, { env: started.info.env, cwd: folder });

  it('its hosts call themselves by them', () => {
    expect(started.info.urls).to.include({
      login: 'https://login.salesforce.com',
      test: 'https://test.salesforce.com',
      myDomain: 'https://acme.my.salesforce.com',
    });
  });

  for (const one of programs.filter(isHere))
    it(`${one.title} reaches login, test and the My Domain, and trusts them`, async () => {
      const program = one.title === 'Java' ? 'java' : one.program;
      for (const host of ['login.salesforce.com', 'test.salesforce.com', 'acme.my.salesforce.com']) {
        const { code, stdout, stderr } = await there(program, one.args(`https://${host}${versions}`, folder));
        expect(code, stderr).to.equal(0);
        expect(JSON.parse(stdout)).to.deep.include({
          label: "Summer '14",
          url: '/services/data/v31.0',
          version: '31.0',
        });
      }
    });

  it('who does not trust its authority is not let through', async () => {
    const { code } = await run('curl', ['-sS', `https://login.salesforce.com${versions}`], {
      env: { ...started.info.env, SSL_CERT_FILE: '', CURL_CA_BUNDLE: '' },
    });
    expect(code).to.equal(60);
  });

  it('its authority is one, and is itself no server', () => {
    const authority = new X509Certificate(started.proxy?.certificate ?? '');
    expect(authority.ca).to.equal(true);
    expect(authority.checkHost('login.salesforce.com')).to.equal(undefined);
  });

  it('nothing else is reached: no other host, no other port, nothing without TLS', async () => {
    const before = started.proxy?.refused.length ?? 0;
    for (const url of ['https://example.com/', 'https://login.salesforce.com:8443/', 'https://na1.salesforce.com/'])
      expect((await there('curl', ['-sS', url])).code, url).to.equal(56);
    const plain = await there('curl', [
      '-sS',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code}',
      '--proxy',
      started.proxy?.url ?? '',
      'http://login.salesforce.com/',
    ]);
    expect(plain.stdout).to.equal('403');
    expect(started.proxy?.refused.slice(before)).to.deep.equal([
      'example.com:443',
      'login.salesforce.com:8443',
      'na1.salesforce.com:443',
      'http://login.salesforce.com/',
    ]);
  });

  it('the doctor diagnoses there as anywhere', async () => {
    const { info } = started;
    const login = ['--username', info.username, '--app', info.app, '--flow', 'jwt', '--login-url', info.urls.login];
    const ran = await runDoctor(['--target-org', 'admin', ...login, '--json'], { env: info.env });
    expect(parsed(ran)).to.have.nested.property('result.findings[0].cause', 'ip-restricted');
  });

  it('sf logs in by JWT at login.salesforce.com once the address is allowed', async () => {
    const { info } = started;
    const words = ['--username', info.username, '--client-id', info.consumerKey, '--jwt-key-file', info.keyFile ?? ''];
    const logIn = (): Promise<Ran> =>
      runSf(['org', 'login', 'jwt', ...words, '--instance-url', info.urls.login, '--json'], {
        env: info.env,
        cwd: info.home,
      });
    expect(parsed(await logIn())).to.have.property('name', 'JwtGrantError');
    started.stage.profile.loginIpRanges = [];
    const ran = await logIn();
    expect(parsed(ran), ran.stdout).to.have.nested.property('result.instanceUrl', info.urls.myDomain);
  });
});
