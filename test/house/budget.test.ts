import { createPrivateKey } from 'node:crypto';
import { expect } from 'chai';
import { createClock, startSimulator, userById } from '../../simulator/index.ts';
import type { LoggedRequest, Simulator } from '../../simulator/index.ts';
import { scenarioIds, scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import type { Looking } from '../support/gathered.ts';
import { onlyReadsOrg, roundTrips } from '../support/only-reads.ts';
import { jwtCredential } from '../../src/oauth/index.ts';
import { attemptAsk, probeAsk, usualBudget, waitFor } from '../../src/waiting/index.ts';
import type { Ask } from '../../src/waiting/index.ts';

const isToken = ({ path }: LoggedRequest): boolean => path === '/services/oauth2/token';
const isPublic = ({ path }: LoggedRequest): boolean => path.startsWith('/.well-known/');
const form = ({ body }: LoggedRequest): URLSearchParams => new URLSearchParams(body);

const onlyReads = (request: LoggedRequest): boolean => isToken(request) || onlyReadsOrg(request);

/** The probe is a refresh with a token that nobody could have issued. */
const isProbe = (request: LoggedRequest): boolean =>
  form(request).get('grant_type') === 'refresh_token' && !(form(request).get('refresh_token') ?? '').startsWith('5Aep');

const canSign = ({ stage }: Started): boolean => {
  try {
    return createPrivateKey(stage.client.privateKey).type === 'private';
  } catch {
    return false;
  }
};

const look = async (started: Started, how: Looking): Promise<readonly LoggedRequest[]> => {
  started.sim.log.clear();
  started.sim.faults.latency = 40;
  await gatherFor(started, how);
  started.sim.faults.latency = 0;
  return [...started.sim.log.entries];
};

const neverAPassword = (requests: readonly LoggedRequest[]): void => {
  for (const request of requests.filter(isToken)) {
    expect(form(request).get('grant_type')).to.not.equal('password');
    expect(form(request).has('password')).to.equal(false);
  }
  expect(requests.filter(({ path }) => /\/services\/Soap\/[uc]\//u.test(path))).to.deep.equal([]);
};

describe('law 8: budget', function () {
  this.timeout(120_000);
  for (const id of scenarioIds) {
    it(`${id}: three round trips at most, nothing but reading, no password, no login unless asked, then one`, () =>
      withScenario(id, {}, async (started) => {
        const plain = await look(started, {});
        expect(plain.filter((request) => !onlyReads(request))).to.deep.equal([]);
        expect(roundTrips(plain.filter((request) => !isToken(request) && !isPublic(request)))).to.be.within(1, 3);
        expect(plain.filter(isToken).every(isProbe)).to.equal(true);
        expect(plain.filter(isToken)).to.have.lengthOf.at.most(1);
        neverAPassword(plain);

        expect(await look(started, { offline: true })).to.deep.equal([]);
        expect((await look(started, { probe: false })).filter(isToken)).to.deep.equal([]);

        const once = await look(started, { attempt: true, login: 'ci', org: false });
        const logins = once.filter((request) => isToken(request) && !isProbe(request));
        expect(logins).to.have.lengthOf.at.most(1);
        neverAPassword(once);
        // A login whose credential can be used is really tried; one that goes to a host of its own is not in this log.
        const isLogged = started.stage.client.loginUrl === undefined;
        if (scenarioNamed(id)?.flow === 'jwt' && canSign(started) && isLogged) expect(logins).to.have.lengthOf(1);
      }));
  }
});

/**
 * The one exception to one login a run: `--wait` and `--attempt` together. Both flags give an attempt budget, and that is the permission.
 * What the command makes of the flags: test/commands/auth/connectedapp.check.test.ts.
 */
describe('law 8: the attempt budget of --wait with --attempt', () => {
  const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  let sim: Simulator;
  beforeEach(async () => {
    sim = await startSimulator({ clock: createClock({ at: Date.UTC(2026, 10, 18, 20), standing: true }) });
    appOf(sim).knownFrom = Number.MAX_SAFE_INTEGER;
  });
  afterEach(() => sim.stop());

  const appOf = ({ org, world }: Simulator) => org.apps.find(({ id }) => id === world.integration.appId)!;
  const attempt = (): Ask => {
    const { privateKey: pem, userId } = sim.world.integration;
    const { username } = userById(sim.org, userId);
    const credential = jwtCredential({ pem, consumerKey: appOf(sim).consumerKey, username });
    return attemptAsk({ loginUrl: sim.urls.myDomain, credential, now: () => sim.clock.now() });
  };
  /** Waits in vain, and gives what was sent to be let in. */
  const inVain = async (ask: Ask, minutes: number, budget?: number): Promise<readonly LoggedRequest[]> => {
    await waitFor({
      ask,
      minutes,
      ...(budget === undefined ? {} : { budget }),
      now: () => sim.clock.now(),
      sleep: (ms) => {
        sim.clock.advance(ms);
        return Promise.resolve();
      },
      random: () => 0.5,
    });
    return sim.log.entries.filter(isToken);
  };

  it('--wait alone never logs in', async () => {
    const sent = await inVain(probeAsk(sim.urls.myDomain, appOf(sim).consumerKey), 15);
    expect(sent.length).to.be.within(2, usualBudget(15));
    expect(sent.every(isProbe)).to.equal(true);
  });

  for (const [minutes, budget, most] of [
    [15, undefined, 25],
    [15, 3, 3],
    [15, 60, 25],
  ] as const)
    it(`with --attempt: ${minutes} minutes, budget ${budget ?? 'not said'}: at most ${most} logins, each by a JWT of its own`, async () => {
      const sent = await inVain(attempt(), minutes, budget);
      expect(sent.length).to.be.within(2, most);
      expect(new Set(sent.map((request) => form(request).get('grant_type')))).to.deep.equal(new Set([jwtBearer]));
      expect(new Set(sent.map((request) => form(request).get('assertion'))).size).to.equal(sent.length);
      neverAPassword(sent);
    });

  it('with --attempt: an answer that waiting does not cure ends it after that one login', async () => {
    appOf(sim).knownFrom = 0;
    userById(sim.org, sim.world.integration.userId).isActive = false;
    expect(await inVain(attempt(), 15)).to.have.lengthOf(1);
  });
});
