import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { gather, type Gathered } from '../../src/evidence/gather.ts';
import { withGrace } from '../../src/oauth/index.ts';
import { openOrg } from '../../src/evidence/org-port.ts';
import { factNames } from '../../src/model/index.ts';
import { listen, talk } from './support/listening-org.ts';

/** A byte every 20 ms, for ever. */
const slow: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** As much as goes through, for ever. */
const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(16 * 1024, ' ');
  const pour = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', pour);
  pour();
};

const hosts: ReadonlyArray<readonly [string, RequestListener]> = [
  ['is silent', () => undefined],
  ['sends a byte at a time', slow],
  ['never ends', endless],
];

/** Everything that can be asked, of a login host and an org that both answer so. */
const gatherFrom = (url: string, signal: AbortSignal, port: Parameters<typeof gather>[0]['port']): Promise<Gathered> =>
  gather({
    integration: { username: 'ci@acme.example', consumerKey: '3MVG9key', app: 'CI', loginUrl: url, sourceIps: [] },
    offline: false,
    probe: true,
    attempt: false,
    wanted: new Set(factNames),
    port,
    now: Date.now,
    timeoutMs: 60_000,
    signal,
  });

describe('the clock of the run', () => {
  for (const [what, answer] of hosts)
    it(`stops everything where a host ${what}: what was not heard is timed out, and nothing is known of it`, () =>
      talk(
        () => answer,
        async ({ port: { instanceUrl } }) => {
          const signal = AbortSignal.timeout(300);
          const started = performance.now();
          const { evidence } = await gatherFrom(instanceUrl, signal, await openOrg('prod', undefined, { signal }));
          expect(performance.now() - started).to.be.lessThan(3000);
          // Of a login host that pours, a piece is read: it is reached.
          const host = answer === endless ? [] : (['loginHost', 'clockSkew', 'keyProbe'] as const);
          for (const name of [...host, 'user', 'organization', 'oauthSettings', 'trustedIpRanges'] as const)
            expect(evidence[name], name).to.deep.include({ state: 'unknown', reason: 'timed-out' });
        },
      ));

  it('stops the search for a version that nobody stored', () =>
    talk(
      () => slow,
      ({ port }) => {
        expect(port.apiVersion).to.match(/^\d\d\.0$/u);
        return Promise.resolve();
      },
      { signal: AbortSignal.timeout(300) },
      () => ({ apiVersion: '' }),
    ));

  for (const [what, answer] of hosts)
    it(`leaves nothing behind that would hold the process where a host ${what}`, () =>
      listen(
        () => answer,
        async (url) => {
          // What pours is read as far as it is kept, however slow the machine; what keeps silent is given up by the clock.
          const clock = answer === endless ? 60_000 : 200;
          const script = `
            const { exchange } = await import('./src/oauth/index.ts');
            const answer = await exchange({ url: ${JSON.stringify(url)}, purpose: 'host-documents', timeoutMs: 60_000, signal: AbortSignal.timeout(${clock}) });
            console.log(answer.trouble ?? 'read');`;
          const run = promisify(execFile);
          const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 });
          expect(stdout).to.equal(answer === endless ? 'read\n' : 'OUT_OF_TIME\n');
        },
      ));
});

describe('what must not be cut off', () => {
  it('has its time after the clock has stopped, and not for ever', async () => {
    const clock = new AbortController();
    const late = withGrace(clock.signal, 80);
    clock.abort();
    expect(late.aborted).to.equal(false);
    await once(late, 'abort');
    expect(late.aborted).to.equal(true);
  });

  it('has it also where the clock had stopped before', async () => {
    const late = withGrace(AbortSignal.abort(), 10);
    expect(late.aborted).to.equal(false);
    await once(late, 'abort');
  });
});
