import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { createClock, createWorld, startSimulator } from '../../../simulator/index.ts';
import type { LoggedRequest, Simulator } from '../../../simulator/index.ts';

/** The first of so many ports in a row of which none is taken, outside the range from which the system gives out ports. */
const freeRow = async (length: number): Promise<number> => {
  for (let first = 21_000; first < 30_000; first += length) {
    const row = Array.from({ length }, (_none, step) => createServer().listen(first + step, '127.0.0.1'));
    const free = await Promise.all(
      row.map((server) =>
        once(server, 'listening').then(
          () => true,
          () => false,
        ),
      ),
    );
    for (const server of row) if (server.listening) await once(server.close(), 'close');
    if (free.every(Boolean)) return first;
  }
  throw new Error('No ports are free.');
};

const at = Date.UTC(2026, 0, 2, 3, 4, 5);
const document = '/.well-known/openid-configuration';

describe('simulator: frame', () => {
  let sim: Simulator;
  beforeEach(async () => {
    sim = await startSimulator({ clock: createClock({ at, standing: true }) });
  });
  afterEach(() => sim.stop());

  it('tells the simulated time, which can be moved', async () => {
    const date = async (): Promise<string | null> => (await fetch(sim.urls.login + document)).headers.get('date');
    expect(await date()).to.equal('Fri, 02 Jan 2026 03:04:05 GMT');
    sim.clock.advance(-300_000);
    expect(await date()).to.equal('Fri, 02 Jan 2026 02:59:05 GMT');
    sim.clock.set(at);
    expect(sim.clock.now()).to.equal(at);
  });

  it('runs on by itself where the clock does not stand', async () => {
    const clock = createClock({ at });
    const before = clock.now();
    await wait(5);
    expect(clock.now()).to.be.greaterThan(before);
  });

  it('logs every request with host, body and status, and no secret header', async () => {
    const form = { grant_type: 'password', client_id: 'x' };
    await fetch(`${sim.urls.myDomain}/services/oauth2/token?a=1`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Authorization: 'Bearer secret', Cookie: 'sid=secret', 'X-Own': 'kept' },
    });
    const [entry] = sim.log.entries;
    expect(entry).to.deep.include({
      startedAt: at,
      endedAt: at,
      role: 'my-domain',
      domain: 'acme',
      method: 'POST',
      path: '/services/oauth2/token',
      query: 'a=1',
      body: 'grant_type=password&client_id=x',
      status: 400,
    });
    expect(entry?.headers['x-own']).to.equal('kept');
    expect(JSON.stringify(entry)).not.to.contain('secret');
  });

  it('shows its log to other processes, and forgets it on DELETE', async () => {
    await fetch(sim.urls.test + document);
    const read = async (): Promise<LoggedRequest[]> => (await (await fetch(sim.urls.log)).json()) as LoggedRequest[];
    expect((await read()).map(({ role, path }) => `${role} ${path}`)).to.deep.equal([`test ${document}`]);
    expect((await fetch(sim.urls.log, { method: 'DELETE' })).status).to.equal(204);
    expect(await read()).to.deep.equal([]);
  });

  it('puts the hosts on ports in a row where one is given', async () => {
    const port = await freeRow(4);
    await sim.stop();
    sim = await startSimulator({ port });
    expect(Object.values(sim.urls).slice(0, 4)).to.deep.equal(
      [0, 1, 2, 3].map((step) => `http://127.0.0.1:${port + step}`),
    );
  });

  it('leaves nothing listening where a port is taken', async () => {
    const port = await freeRow(4);
    const taken = createServer().listen(port + 2, '127.0.0.1');
    await once(taken, 'listening');
    const started = await startSimulator({ port }).then(
      () => 'started',
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    taken.close();
    await once(taken, 'close');
    expect(started).to.equal('EADDRINUSE');
    const again = await startSimulator({ port });
    await again.stop();
  });

  it('takes a prepared world, or what makes one', async () => {
    await sim.stop();
    const world = createWorld(createClock());
    world.orgs[0]!.name = 'Prepared';
    sim = await startSimulator({ world });
    expect(sim.org.name).to.equal('Prepared');
    await sim.stop();
    sim = await startSimulator({ world: () => world });
    expect(sim.world).to.equal(world);
  });

  it('waits before it answers', async () => {
    sim.faults.latency = 100;
    const answer = fetch(sim.urls.login + document);
    while (sim.log.entries.length === 0) await wait(1);
    expect(sim.log.entries[0]).not.to.have.property('status');
    expect((await answer).status).to.equal(200);
  });
});
