import { expect } from 'chai';
import { doctorFlags } from '../../scripts/demo/command-line.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Comparison } from '../../src/model/index.ts';
import { parsed } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';
import { startTwoOrgs } from '../support/two-orgs.ts';
import { installPlugin } from './installed-plugin.ts';
import type { Installed } from './installed-plugin.ts';

type Finding = { readonly cause: string; readonly role: string; readonly standing: string; readonly title: string };
type Result = { readonly outcome: string; readonly findings: readonly Finding[] };

const resultOf = (ran: Ran): Result => (parsed(ran) as { result: Result }).result;

/** A screen breaks long sentences. */
const unwrapped = (screen: string): string => screen.replaceAll(/\s+/gu, ' ');

describe('the real sf CLI', () => {
  let installed: Installed;
  before(async () => {
    installed = await installPlugin();
  });
  after(() => installed.remove());

  const on = async (scenario: string, act: (started: Started) => Promise<void>): Promise<void> => {
    const started = await startScenario(scenario, { home: installed.home });
    try {
      await act(started);
    } finally {
      await started.stop();
    }
  };

  it('logs in by JWT, displays the org and queries it', () =>
    on('healthy', async ({ info }) => {
      const jwt = [
        '--jwt-key-file',
        info.keyFile ?? '',
        '--client-id',
        info.consumerKey,
        '--instance-url',
        info.urls.myDomain,
      ];
      const login = await installed.sf([
        'org',
        'login',
        'jwt',
        '--username',
        info.username,
        ...jwt,
        '--alias',
        'fresh',
        '--json',
      ]);
      const display = await installed.sf(['org', 'display', '--target-org', 'fresh', '--json']);
      const soql = 'SELECT Name, IsSandbox FROM Organization';
      const query = await installed.sf(['data', 'query', '--query', soql, '--target-org', 'fresh', '--json']);

      expect(login.code, login.stdout).to.equal(0);
      expect(parsed(display)).to.have.nested.property('result.connectedStatus', 'Connected');
      expect(parsed(query)).to.have.nested.property('result.records[0].Name', 'Acme');
    }));

  it('is refused by JWT as the scenario says, without waiting for the real login hosts', () =>
    on('user-not-preauthorized', async ({ info }) => {
      const jwt = [
        '--jwt-key-file',
        info.keyFile ?? '',
        '--client-id',
        info.consumerKey,
        '--instance-url',
        info.urls.myDomain,
      ];
      const login = await installed.sf(['org', 'login', 'jwt', '--username', info.username, ...jwt, '--json']);

      expect(login.code).to.equal(1);
      expect(parsed(login)).to.have.property('name', 'JwtGrantError');
      expect(parsed(login)).to.have.property('message').that.includes("user hasn't approved this consumer");
    }));

  const scenarios: ReadonlyArray<readonly [id: string, exitCode: number]> = [
    ['user-not-preauthorized', 3],
    ['user-not-preauthorized.eca', 3],
    ['user-frozen', 3],
    ['jwt-wrong-key-or-cert', 3],
    ['ip-restricted', 3],
    ['refresh-token-policy-expired', 3],
    ['missing-scope', 3],
    ['app-not-found-or-propagating', 5],
  ];

  for (const [id, exitCode] of scenarios) {
    it(`names ${id}, in text and in JSON, and ends with ${exitCode}`, () =>
      on(id, async (started) => {
        const flags = doctorFlags(started);
        const [json, screen] = await Promise.all([
          installed.sf(['auth', 'doctor', ...flags, '--json']),
          installed.sf(['auth', 'doctor', ...flags]),
        ]);

        const root = resultOf(json).findings.find(({ role }) => role === 'root');
        expect(root, json.stdout).to.include({ cause: id.replace(/\..*$/u, ''), standing: 'confirmed' });
        expect(unwrapped(screen.stdout)).to.include(root?.title);
        expect([json.code, screen.code]).to.deep.equal([exitCode, exitCode]);
      }));
  }

  it('finds nothing where nothing is wrong, and ends with 0', () =>
    on('healthy', async (started) => {
      const json = await installed.sf(['auth', 'doctor', ...doctorFlags(started), '--attempt', '--json']);

      expect(resultOf(json).outcome, json.stdout).to.equal('healthy');
      expect(json.code).to.equal(0);
    }));

  it('holds two orgs against each other, and ends as the first one does', async () => {
    const orgs = await startTwoOrgs('user-not-preauthorized', 'healthy', installed.home);
    try {
      const { username, app } = orgs.target.info;
      const flags = ['-o', 'admin', '--compare', 'uat', '--username', username, '--app', app, '--flow', 'jwt'];
      const [json, screen] = await Promise.all([
        installed.sf(['auth', 'doctor', ...flags, '--json']),
        installed.sf(['auth', 'doctor', ...flags]),
      ]);

      const { differences } = (parsed(json) as { result: Comparison }).result;
      expect(
        differences?.map(({ gate }) => gate),
        json.stdout,
      ).to.deep.equal(['permitted-users']);
      expect(screen.stdout).to.include('admin and uat differ at 1 gate.');
      expect([json.code, screen.code]).to.deep.equal([3, 3]);
    } finally {
      await orgs.stop();
    }
  });

  it('takes what another command of the CLI printed', () =>
    on('refresh-token-revoked-or-expired', async () => {
      const display = await installed.sf(['org', 'display', '--target-org', 'ci', '--json']);
      const flags = [
        '--login',
        'ci',
        '--target-org',
        'admin',
        '--app',
        'Marketing Sync',
        '--error-file',
        '-',
        '--json',
      ];
      const json = await installed.sf(['auth', 'doctor', ...flags], display.stdout + display.stderr);

      expect(resultOf(json).findings[0], json.stdout).to.include({
        cause: 'refresh-token-revoked-or-expired',
        role: 'root',
      });
      expect(json.code).to.equal(3);
    }));

  it('ends with 4 where the text alone does not decide it', async () => {
    const ran = await installed.sf(['auth', 'doctor', '--error', 'invalid_grant: authentication failure', '--json']);

    expect(resultOf(ran).outcome).to.equal('inconclusive');
    expect(ran.code).to.equal(4);
  });

  const mistakes = [
    'auth doctor --error one --error-file two',
    'auth doctor --flow telepathy',
    'auth explain --telepathy',
    'auth connectedapp check --app x --stable 2',
    'auth loginhistory failures --file a --target-org b',
  ];
  for (const typed of mistakes) {
    it(`ends with 2 where it was asked ${typed}`, async () => {
      expect((await installed.sf(typed.split(' '))).code).to.equal(2);
    });
  }

  it('explains itself', async () => {
    const help = await installed.sf(['auth', 'doctor', '--help']);

    expect(help.code).to.equal(0);
    expect(help.stdout).to.include('sf auth doctor --login ci');
  });
});
