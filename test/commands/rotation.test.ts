import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { AuthInfo, StateAggregator } from '@salesforce/core';
import { expect } from 'chai';
import { enterHome, storeCi, username, type Home } from '../evidence/local/home.ts';
import { json, tinyServer, type TinyServer } from '../oauth/server.ts';
import { root } from '../support/cli.ts';

/** A moment that the test waits for. */
const moment = <T>() => Promise.withResolvers<T>();

describe('an attempt with a refresh token that rotates, in a process that is killed', function () {
  this.timeout(60_000);
  let home: Home;
  let server: TinyServer;
  let token = moment<ServerResponse>();
  let api = moment<ServerResponse>();
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    home = enterHome();
    [token, api] = [moment<ServerResponse>(), moment<ServerResponse>()];
    server = await tinyServer((seen, response) => {
      if (seen.path === '/services/oauth2/token' && !seen.body.includes('made-up')) token.resolve(response);
      else if (seen.path.includes('/query')) api.resolve(response);
      else json(response, 404, {});
    });
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key', loginUrl: server.url });
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    home.leave();
    await server.close();
  });

  const start = (): { child: ChildProcess; stderr: Promise<string>; closed: Promise<unknown[]> } => {
    const child = spawn(
      process.execPath,
      [path.join(root, 'bin', 'run.js'), 'auth', 'doctor', '--login', 'ci', '--attempt', '--no-probe'],
      { env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    children.push(child);
    return { child, stderr: text(child.stderr), closed: once(child, 'close') };
  };
  const rotated = () => ({
    access_token: '00D000000000001!NEW',
    refresh_token: '5Aep861NEW',
    instance_url: server.url,
  });
  const kept = async (): Promise<string | undefined> => {
    StateAggregator.clearInstance();
    return (await AuthInfo.create({ username })).getFields(true).refreshToken;
  };

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`${signal} while the answer is on its way: the new token is kept, then the command ends with ${code}`, async () => {
      const { child, stderr, closed } = start();
      const response = await token.promise;
      // Whoever is impatient presses it again.
      child.kill(signal);
      child.kill(signal);
      const told = once(child.stderr!, 'data');
      await told;
      json(response, 200, rotated());
      expect(await closed).to.deep.equal([code, null]);
      expect(await kept()).to.equal('5Aep861NEW');
      expect(await stderr).to.not.include('5Aep861');
      expect(server.seen.filter(({ body }) => body.includes('5Aep861OLD'))).to.have.length(1);
    });
  }

  it('is kept before the first call is made with it: even SIGKILL does not lose it then', async () => {
    const { child, closed } = start();
    json(await token.promise, 200, rotated());
    await api.promise;
    child.kill('SIGKILL');
    expect(await closed).to.deep.equal([null, 'SIGKILL']);
    expect(await kept()).to.equal('5Aep861NEW');
  });
});
