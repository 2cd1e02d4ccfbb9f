import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import { createClock } from '../../../simulator/index.ts';
import { setStage } from './support.ts';
import type { Stage } from './support.ts';

const sf = path.resolve('node_modules/.bin/sf');

describe('simulator: the real sf CLI', function () {
  this.timeout(90_000);
  let stage: Stage;
  let home: string;
  beforeEach(async () => {
    stage = await setStage({ clock: createClock() });
    home = mkdtempSync(path.join(tmpdir(), 'sf-home-'));
  });
  afterEach(async () => {
    await stage.sim.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const run = async (...words: string[]): Promise<Record<string, unknown>> => {
    const env = { PATH: process.env.PATH, ...homeEnvironment(home) };
    const child = spawn(sf, [...words, '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    for await (const chunk of child.stdout) text += String(chunk);
    return (JSON.parse(text) as { result: Record<string, unknown> }).result;
  };

  it('logs in by JWT at the first try, and is connected', async () => {
    const keyFile = path.join(home, 'server.key');
    writeFileSync(keyFile, stage.sim.world.integration.privateKey);
    const integration = [
      '--client-id',
      stage.app.consumerKey,
      '--jwt-key-file',
      keyFile,
      '--username',
      stage.user.username,
    ];
    const login = await run(
      'org',
      'login',
      'jwt',
      ...integration,
      '--instance-url',
      stage.sim.urls.login,
      '--alias',
      'ci',
    );
    expect(login).to.include({
      orgId: stage.sim.org.id,
      instanceUrl: stage.sim.urls.myDomain,
      username: stage.user.username,
    });
    const attempts = stage.sim.log.entries.filter((entry) => entry.path === '/services/oauth2/token');
    expect(attempts.map(({ role, status }) => `${role} ${status ?? ''}`)).to.deep.equal(['login 200']);
    const display = await run('org', 'display', '--target-org', 'ci');
    expect(display).to.include({ connectedStatus: 'Connected', id: stage.sim.org.id });
  });
});
