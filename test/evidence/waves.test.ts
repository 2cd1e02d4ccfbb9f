import { expect } from 'chai';
import { askThrough } from '../../src/evidence/org-ask.ts';
import type { OrgAnswer, OrgPort, OrgRequest } from '../../src/evidence/org-wire.ts';
import { ask, askOne, beside, type Asking, type Wave } from '../../src/evidence/waves.ts';

const get = (path: string): OrgRequest => ({ kind: 'get', path });

const said = (answer: OrgAnswer): unknown => (answer.ok ? answer.body : answer);

/** A port that answers each request with its own path. */
const echoing = (roundTripsEach = 1) => {
  const waves: Array<{ readonly paths: readonly string[]; readonly again: boolean | undefined; readonly at: number }> =
    [];
  const port: OrgPort = {
    ...{ username: 'admin@acme.com', orgId: '', instanceUrl: '', apiVersion: '64.0' },
    spent: () => ({ roundTrips: waves.length * roundTripsEach, requests: 0, calls: 0 }),
    wave: (requests, again) => {
      const paths = requests.map((one) => (one.kind === 'get' ? one.path : ''));
      waves.push({ paths, again, at: performance.now() });
      return Promise.resolve(paths.map((body) => ({ ok: true, status: 200, body })));
    },
  };
  return { port, waves, paths: () => waves.map(({ paths }) => paths) };
};

const twice = function* (name: string): Asking<readonly unknown[]> {
  const first = yield* ask([get(`${name}1`), get(`${name}2`)]);
  const second = yield* askOne(get(`${name}3`));
  return [...first, second].map(said);
};

const once = function* (name: string): Asking<unknown> {
  return said(yield* askOne(get(name)));
};

describe('questions side by side', () => {
  it('travel together, and each gets its own answers, however many waves it needs', async () => {
    const { port, paths } = echoing();
    expect(await askThrough(port, beside([twice('a'), once('b'), twice('c')]))).to.deep.equal([
      ['a1', 'a2', 'a3'],
      'b',
      ['c1', 'c2', 'c3'],
    ]);
    expect(paths()).to.deep.equal([
      ['a1', 'a2', 'b', 'c1', 'c2'],
      ['a3', 'c3'],
    ]);
  });

  it('ask once for what several of them want', async () => {
    const { port, paths } = echoing();
    expect(await askThrough(port, beside([once('a'), once('b'), once('a')]))).to.deep.equal(['a', 'b', 'a']);
    expect(paths()).to.deep.equal([['a', 'b']]);
  });

  it('may be nested, and leave out what need not be asked', async () => {
    const { port, paths } = echoing();
    const told = await askThrough(port, beside([beside([once('a'), undefined]), undefined, once('b')]));
    expect(told).to.deep.equal([['a', undefined], undefined, 'b']);
    expect(paths()).to.deep.equal([['a', 'b']]);
  });

  it('cost nothing where none of them asks', async () => {
    const { port, paths } = echoing();
    expect(await askThrough(port, beside([ask([]), undefined]))).to.deep.equal([[], undefined]);
    expect(paths()).to.deep.equal([]);
  });

  it('wait together for the one that must leave the org alone for a moment', async () => {
    const { port, waves } = echoing();
    const started = performance.now();
    await askThrough(port, beside([ask([get('a')], { pauseMs: 40 }), once('b')]));
    expect(waves.map(({ paths }) => paths)).to.deep.equal([['a', 'b']]);
    expect((waves[0]?.at ?? 0) - started).to.be.at.least(39);
  });

  it('may spend one more round trip where one of them may', async () => {
    const { port, waves } = echoing();
    await askThrough(port, beside([ask([get('a')], { again: false }), once('b')]));
    await askThrough(port, beside([ask([get('a')], { again: false })]));
    expect(waves.map(({ again }) => again)).to.deep.equal([true, false]);
  });

  it('are told what a wave cost', async () => {
    const costs: number[] = [];
    const counting = function* (wave: Wave): Asking<void> {
      costs.push((yield wave).roundTrips);
    };
    await askThrough(echoing(2).port, beside([counting({ requests: [get('a')] }), once('b')]));
    expect(costs).to.deep.equal([2]);
  });

  it('find what was not answered unreachable', async () => {
    const silent: OrgPort = { ...echoing().port, wave: () => Promise.resolve([]) };
    const none = { ok: false, trouble: 'unreachable' };
    expect(await askThrough(silent, beside([askOne(get('a')), ask([get('b')])]))).to.deep.equal([none, [none]]);
  });

  it('fail together where the port fails', async () => {
    const broken: OrgPort = { ...echoing().port, wave: () => Promise.reject(new Error('broken')) };
    const failed: unknown = await askThrough(broken, beside([once('a'), once('b')])).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Error).with.property('message', 'broken');
  });
});
