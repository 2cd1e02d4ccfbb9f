import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { parsed, runSf } from '../support/cli.ts';
import { withScenario } from '../support/gathered.ts';
import { writeProject } from '../simulator/deploy/project.ts';
import { expectCause } from './expected.ts';

const jwtLogin = ({ info, stage, sim }: Started): readonly string[] => [
  ...['org', 'login', 'jwt', '--username', info.username, '--client-id', info.consumerKey],
  ...['--jwt-key-file', info.keyFile ?? '', '--instance-url', loginUrlOf(stage.client, sim.urls)],
];

const display = (): readonly string[] => ['org', 'display', '--target-org', 'ci'];

const query = (): readonly string[] => [
  ...['data', 'query', '--target-org', 'ci'],
  ...['--query', 'SELECT Id FROM Organization'],
];

type Setting = readonly [id: string, command: (started: Started) => readonly string[], form: 'screen' | 'json'];

/** The scenario, the command that a person would run there, and what of it they would paste. */
const settings: readonly Setting[] = [
  ['user-not-preauthorized', jwtLogin, 'screen'],
  ['jwt-wrong-key-or-cert', jwtLogin, 'json'],
  ['app-wrong-consumer-key', jwtLogin, 'screen'],
  ['ip-restricted', jwtLogin, 'json'],
  ['login-hours', jwtLogin, 'screen'],
  ['missing-scope', query, 'screen'],
  ['refresh-token-revoked-or-expired', display, 'json'],
  ['refresh-token-policy-expired', display, 'screen'],
  ['refresh-token-rotated', query, 'json'],
  ['user-inactive', query, 'screen'],
];

describe('what the real sf CLI prints is understood', function () {
  this.timeout(60_000);
  for (const [id, command, form] of settings) {
    it(`${id} (${form})`, async () => {
      const started = await startScenario(id);
      try {
        const words = [...command(started), ...(form === 'json' ? ['--json'] : [])];
        // A login that fails makes the CLI ask the real login hosts: in this home their names do not resolve.
        const { stdout, stderr } = await runSf(words, { env: started.info.env, cwd: started.info.home });
        expect(started.sim.log.entries, stdout + stderr).to.not.have.lengthOf(0);
        expectCause(stdout + stderr, id, false);
      } finally {
        await started.stop();
      }
    });
  }
});

describe('what the real sf CLI asks for is served', function () {
  this.timeout(60_000);

  it('rows in bulk: sf data export bulk', () =>
    withScenario('healthy', {}, async ({ info, stage }) => {
      const file = path.join(info.home, 'users.csv');
      const words = ['--query', 'SELECT Id, Profile.Name FROM User', '--output-file', file, '--wait', '1', '--json'];
      const ran = await runSf(['data', 'export', 'bulk', '--target-org', 'admin', ...words], {
        env: info.env,
        cwd: info.home,
      });
      expect(parsed(ran)).to.have.nested.property('result.totalSize', stage.org.users.length);
      const rows = stage.org.users.map(({ id, profileId }) => {
        const profile = stage.org.profiles.find((one) => one.id === profileId);
        return `"${id}","${profile?.name ?? ''}"`;
      });
      expect(readFileSync(file, 'utf8').trim().split('\n')).to.have.members(['"Id","Profile.Name"', ...rows]);
    }));

  it('metadata: sf project retrieve start', () =>
    withScenario('healthy', {}, async ({ info, stage }) => {
      const project = path.join(info.home, 'project');
      writeProject(project, []);
      mkdirSync(path.join(project, 'force-app'));
      const { developerName } = stage.app;
      const words = ['--metadata', `ConnectedApp:${developerName}`, '--target-org', 'admin', '--json'];
      const ran = await runSf(['project', 'retrieve', 'start', ...words], { env: info.env, cwd: project });
      expect(parsed(ran), ran.stdout).to.have.nested.property('result.status', 'Succeeded');
      const file = path.join(project, `force-app/main/default/connectedApps/${developerName}.connectedApp-meta.xml`);
      expect(readFileSync(file, 'utf8')).to.include(`<consumerKey>${stage.app.consumerKey}</consumerKey>`);
    }));
});
