import { once } from 'node:events';
import net from 'node:net';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { diagnoseEvery } from '../../src/look/every-login.ts';
import { requestForStored } from '../../src/input/doctor/every.ts';
import type { LoginsHere, StoredLogin } from '../../src/model/index.ts';
import { loginsHere } from '../../src/look/overview.ts';
import { inHome } from '../support/home.ts';

const ways = { offline: false, 'no-probe': false };

describe('every login of this machine', function () {
  this.timeout(60_000);
  let started: Started;
  before(async () => (started = await startScenario('healthy')));
  after(() => started.stop());

  const look = (
    { attempt = false, more = [] }: { readonly attempt?: boolean; readonly more?: readonly StoredLogin[] } = {},
    heard: Array<readonly [number, number]> = [],
  ): Promise<LoginsHere> =>
    inHome(started.info.env, async () =>
      diagnoseEvery([...more, ...(await loginsHere())], {
        requestFor: requestForStored(ways),
        attempt,
        signal: AbortSignal.timeout(8_000),
        onDone: (done, all) => heard.push([done, all]),
      }),
    );
  const stateOf = ({ logins }: LoginsHere, name: string): string | undefined =>
    logins.find(({ login }) => login.username === name)?.state;

  it('nothing is tried without leave, and each is told as it is done', async () => {
    started.sim.log.clear();
    const heard: Array<readonly [number, number]> = [];
    const all = await look({}, heard);
    expect(all.outcome).to.equal('inconclusive');
    expect(all.logins.map(({ state }) => state)).to.deep.equal(all.logins.map(() => 'not-tried'));
    expect(heard).to.deep.equal(all.logins.map((_one, at) => [at + 1, all.logins.length]));
    expect(started.sim.log.entries.every(({ path }) => !path.startsWith('/services/data'))).to.equal(true);
  });

  it('with leave each is tried once, and what works is said to', async () => {
    started.sim.log.clear();
    const all = await look({ attempt: true });
    expect(stateOf(all, started.info.username)).to.equal('works');
    // An access token alone can make no login.
    expect(stateOf(all, 'admin@acme.com')).to.equal('not-tried');
    const attempts = started.sim.log.entries.filter(({ path }) => path.startsWith('/services/data'));
    expect(attempts).to.have.lengthOf(1);
  });

  it('a host that never answers holds up nobody, and is not tried', async () => {
    const silent = net.createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as net.AddressInfo;
    try {
      const dead: StoredLogin = {
        username: 'dead@acme.com',
        kind: 'refresh-token',
        loginUrl: `http://127.0.0.1:${port}`,
        decrypts: true,
      };
      const all = await look({ attempt: true, more: [dead] });
      expect(stateOf(all, 'dead@acme.com')).to.equal('no-answer');
      expect(stateOf(all, started.info.username)).to.equal('works');
    } finally {
      silent.close();
    }
  });
});
