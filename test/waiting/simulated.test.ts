import { expect } from 'chai';
import { createClock, startSimulator, userById, type App, type Simulator, type User } from '../../simulator/index.ts';
import { seeded } from '../../bench/waiting/virtual.ts';
import { jwtCredential } from '../../src/oauth/index.ts';
import type { WaitResult } from '../../src/model/index.ts';
import { attemptAsk, probeAsk, waitFor, type Ask, type Waiting } from '../../src/waiting/index.ts';

const minute = 60_000;

/** The waiting against the simulated org. Pauses move its clock, so a quarter of an hour takes a moment. */
describe('waiting, against the simulated org', () => {
  let sim: Simulator;
  let app: App;
  let user: User;
  beforeEach(async () => {
    sim = await startSimulator({ clock: createClock({ at: Date.UTC(2026, 10, 18, 20), standing: true }) });
    const { integration } = sim.world;
    app = sim.org.apps.find(({ id }) => id === integration.appId)!;
    user = userById(sim.org, integration.userId);
  });
  afterEach(() => sim.stop());

  const knownIn = (minutes: number): void => {
    app.knownFrom = sim.clock.now() + minutes * minute;
  };
  const sleep = (ms: number): Promise<void> => {
    sim.clock.advance(ms);
    return Promise.resolve();
  };
  const wait = (ask: Ask, more: Partial<Waiting> = {}): Promise<WaitResult> =>
    waitFor({ ask, now: () => sim.clock.now(), sleep, random: seeded(3), minutes: 15, ...more });
  const probe = (): Ask => probeAsk(sim.urls.login, app.consumerKey);
  const attempt = (pem = sim.world.integration.privateKey): Ask =>
    attemptAsk({
      loginUrl: sim.urls.myDomain,
      credential: jwtCredential({ pem, consumerKey: app.consumerKey, username: user.username }),
      now: () => sim.clock.now(),
    });
  const asked = (): Array<Record<string, string>> =>
    sim.log.entries
      .filter(({ path }) => path.endsWith('/token'))
      .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const classes = ({ tries }: WaitResult): string => [...new Set(tries.map((tried) => tried.class))].join(', ');

  /** How long each request may take that is sent meanwhile. */
  const patienceOf = async (ask: Ask): Promise<readonly number[]> => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const given: number[] = [];
    AbortSignal.timeout = (ms) => {
      given.push(ms);
      return timeout(ms);
    };
    try {
      await ask(new AbortController().signal);
    } finally {
      AbortSignal.timeout = timeout;
    }
    return given;
  };

  for (const [what, ask] of [
    ['a probe', probe],
    ['an attempt', attempt],
  ] as const)
    it(`takes a host for silent that has not answered ${what} in ten seconds`, async () => {
      expect(new Set(await patienceOf(ask()))).to.deep.equal(new Set([10_000]));
    });

  it('sees an app come, and no secret and no user is ever sent', async () => {
    knownIn(4);
    const before = sim.org.loginRows.length;
    const result = await wait(probe());
    expect(result.outcome).to.equal('known');
    expect(result.elapsedMs).to.be.within(4 * minute, 5 * minute);
    expect(classes(result)).to.equal('transient, good');
    expect(result.tries[0]).to.deep.include({
      host: new URL(sim.urls.login).host,
      answer: { code: 'invalid_client_id', description: 'client identifier invalid', status: 400 },
      reason: 'key-not-known-yet',
    });
    expect(new Set(asked().flatMap((form) => Object.keys(form)))).to.deep.equal(
      new Set(['grant_type', 'client_id', 'refresh_token']),
    );
    expect(asked()).to.have.length(result.tries.length);
    expect(sim.org.loginRows.length).to.equal(before);
  });

  it('waits until hosts that disagree agree', async () => {
    sim.faults.add({ kind: 'key-unknown', path: /\/token$/u, every: 2, times: 4 });
    const result = await wait(probe());
    expect(result).to.deep.include({ outcome: 'known', goodInARow: 2 });
    expect(result.tries.map(({ reason }) => reason)).to.deep.equal([
      ...Array.from({ length: 4 }, () => ['key-known', 'key-not-known-yet']).flat(),
      'key-known',
      'key-known',
    ]);
  });

  it('is not ready while hosts go on to disagree', async () => {
    sim.faults.add({ kind: 'key-unknown', path: /\/token$/u, every: 2 });
    const result = await wait(probe());
    expect(result.outcome).to.equal('gave-up');
    expect(result.elapsedMs).to.be.at.most(15 * minute);
    expect(asked().length).to.be.at.most(25);
  });

  it('gives up on an app that never comes, in time and with few questions', async () => {
    knownIn(60);
    const result = await wait(probe());
    expect(result).to.deep.include({ outcome: 'gave-up', limit: 'time' });
    expect(result.suspects).to.include.members(['app-wrong-consumer-key', 'app-not-found-or-propagating']);
    expect(result.elapsedMs).to.be.at.most(15 * minute);
    expect(asked().length).to.be.at.most(25);
  });

  it('goes on through maintenance, resets, 420 and an answer that broke off', async () => {
    for (const kind of ['html-maintenance', 'reset', 'html-420', 'truncated'] as const)
      sim.faults.add({ kind, path: /\/token$/u, times: 1 });
    const result = await wait(probe());
    expect(result.outcome).to.equal('known');
    expect(result.tries.map(({ reason }) => reason)).to.deep.equal([
      'maintenance',
      'host-silent',
      'server-trouble',
      'answer-cut',
      'key-known',
      'key-known',
    ]);
  });

  it('stops at an app that is blocked', async () => {
    app.blocked = true;
    sim.faults.add({
      kind: 'status',
      status: 400,
      body: JSON.stringify({ error: 'OAUTH_APP_BLOCKED', error_description: 'this app is blocked by admin' }),
    });
    const result = await wait(probe());
    expect(result).to.deep.include({ outcome: 'fatal' });
    expect(result.tries).to.have.length(1);
  });

  it('by a real login: is ready when the login is granted and the API takes it', async () => {
    knownIn(2);
    const result = await wait(attempt());
    expect(result.outcome).to.equal('ready');
    expect(result.tries.at(-1)).to.deep.include({ class: 'good', reason: 'granted', answer: { status: 200 } });
    expect(asked().every(({ grant_type }) => grant_type?.endsWith('jwt-bearer') === true)).to.equal(true);
    expect(asked()).to.have.length(result.tries.length);
    expect(JSON.stringify(result)).to.not.match(/eyJ|PRIVATE KEY|00D\w+!/u);
  });

  it('by a real login: a grant that broke off is no end', async () => {
    sim.faults.add({ kind: 'truncated', path: /\/token$/u, times: 1 });
    const result = await wait(attempt());
    expect(result.outcome).to.equal('ready');
    expect(result.tries.map(({ reason }) => reason)).to.deep.equal(['answer-cut', 'granted', 'granted']);
  });

  it('by a real login: an app that comes, and then turns out fatal', async () => {
    knownIn(2);
    user.isActive = false;
    const result = await wait(attempt());
    expect(result).to.deep.include({ outcome: 'fatal' });
    expect(result.suspects).to.include('user-inactive');
    expect(classes(result)).to.equal('transient, fatal');
    expect(result.tries.at(-1)?.answer).to.deep.include({ description: 'inactive user' });
  });

  it('by a real login: a missing approval is waited for, and then left to a person', async () => {
    app.permissionSetIds = [];
    const result = await wait(attempt());
    expect(result.outcome).to.equal('fatal');
    expect(result.suspects).to.include.members(['user-not-approved', 'user-not-preauthorized']);
    expect(result.tries.every(({ reason }) => reason === 'not-approved-yet')).to.equal(true);
  });

  it('by a real login: a frozen user is nothing that anyone could tell by the answer', async () => {
    user.isFrozen = true;
    const result = await wait(attempt());
    expect(result.outcome).to.equal('inconclusive');
    expect(result.suspects).to.include('user-frozen');
    expect(result.tries).to.have.length(5);
  });

  it('by a real login: a key that cannot sign is fatal, and sends nothing', async () => {
    const result = await wait(attempt('no key'));
    expect(result).to.deep.include({ outcome: 'fatal', decides: 'jwt-key-file-unreadable' });
    expect(asked()).to.deep.equal([]);
  });

  it('by a real login: a refresh token is never spent on it', async () => {
    const credential = {
      ...jwtCredential({ pem: 'x', consumerKey: 'x', username: 'x' }),
      how: 'refresh-token',
    } as const;
    const ask = attemptAsk({ loginUrl: sim.urls.myDomain, credential, now: () => sim.clock.now() });
    expect((await wait(ask)).outcome).to.equal('fatal');
    expect(asked()).to.deep.equal([]);
  });

  it('sends nothing once it is stopped', async () => {
    const stopped = AbortSignal.abort();
    expect([(await probe()(stopped)).state, (await attempt()(stopped)).state]).to.deep.equal(['silent', 'not-sent']);
    expect(asked()).to.deep.equal([]);
  });

  it('cuts a question off when it is stopped', async () => {
    sim.faults.add({ kind: 'slow', ms: 5000 });
    const stop = new AbortController();
    const [result] = await Promise.all([
      wait(probe(), { signal: stop.signal }),
      new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (asked().length === 0) return;
          clearInterval(timer);
          stop.abort();
          resolve();
        }, 5);
      }),
    ]);
    expect(result).to.deep.include({ outcome: 'interrupted', tries: [] });
  });
});
