import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import type { Info } from '../../simulator/scenarios/start.ts';
import { root, run } from '../support/cli.ts';

const program = [`${root}simulator/main.ts`];

describe('npm run simulator', () => {
  it('prints one line of JSON, runs until it is stopped, and leaves nothing behind', async () => {
    const running = spawn(process.execPath, [...program, '--scenario', 'user-frozen'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const failed = once(running, 'close').then(() => Promise.reject(new Error('It ended before it printed a line.')));
    const [line] = await Promise.race([once(createInterface(running.stdout), 'line') as Promise<[string]>, failed]);
    const info = JSON.parse(line) as Info;
    const alive = await fetch(info.urls.log);
    running.kill('SIGTERM');
    const [code] = (await once(running, 'close')) as [number | null];

    expect(info).to.have.all.keys(
      ...['scenario', 'env', 'home', 'urls', 'username', 'app', 'consumerKey', 'keyFile', 'clientSecret', 'errorText'],
    );
    expect(info.urls).to.have.all.keys('login', 'test', 'myDomain', 'log');
    expect(await alive.json()).to.deep.equal([]);
    expect(code).to.equal(0);
    expect(existsSync(info.home)).to.equal(false);
  });

  it('prints for a shell what makes any program take it for Salesforce', async () => {
    const running = spawn(process.execPath, [...program, '--scenario', 'healthy', '--as-salesforce'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface(running.stdout)) {
      lines.push(line);
      if (line.startsWith('export JAVA_TOOL_OPTIONS=')) break;
    }
    const { env } = JSON.parse(lines[0] ?? '') as Info;
    const script = `${lines.slice(1).join('\n')}\nprintf %s "$HTTPS_PROXY $SSL_CERT_FILE"`;
    const stdout = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    running.kill('SIGTERM');
    const [code] = (await once(running, 'close')) as [number | null];

    expect(stdout).to.equal(`${env.HTTPS_PROXY ?? ''} ${env.SSL_CERT_FILE ?? ''}`);
    expect(stdout).to.match(/^http:\/\/127\.0\.0\.1:\d+ \//u);
    expect(code).to.equal(0);
  });

  it('lists the scenarios', async () => {
    const { code, stdout } = await run(process.execPath, [...program, '--list']);

    expect(code).to.equal(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).to.deep.equal(scenarioIds);
  });

  it('answers a wrong command line with one sentence, and ends with 2', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [...program, '--scenario', 'user-fozen']);

    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.match(/^[^\n]+\.\n$/u);
  });

  it('says so and ends where a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await run(process.execPath, [
      ...program,
      '--scenario',
      'healthy',
      '--port',
      `${port - 1}`,
    ]);
    taken.close();

    expect(code).to.equal(1);
    expect(stderr).to.include('EADDRINUSE');
  });
});
