import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { closeStore } from './data/store/store.ts';
import { createClock } from './frame/clock.ts';
import type { Clock } from './frame/clock.ts';
import { realName } from './frame/context.ts';
import type { HostContext, HostRole } from './frame/context.ts';
import { createFaults } from './frame/faults.ts';
import type { Faults } from './frame/faults.ts';
import { createHost } from './frame/host.ts';
import { createLog } from './frame/log.ts';
import type { RequestLog } from './frame/log.ts';
import { authenticateToken, bearerToken } from './frame/sessions.ts';
import { createWorld } from './state/world.ts';
import type { Org, World } from './state/types.ts';

export type { Clock } from './frame/clock.ts';
export type { Authenticated, HostContext, HostRole } from './frame/context.ts';
export type { Fault, Faults } from './frame/faults.ts';
export type { LoggedRequest, RequestLog } from './frame/log.ts';
export { createClock } from './frame/clock.ts';
export * from './state/index.ts';

export type SimulatorOptions = {
  world?: World | ((clock: Clock) => World);
  clock?: Clock;
  /** Port of the login host; the others follow it: test, then one My Domain an org. 0 or absent: free ports. */
  port?: number;
  /** ms before every answer. */
  latency?: number;
};

export type Urls = { login: string; test: string; myDomain: string; otherMyDomain: string; log: string };

export type Simulator = {
  world: World;
  /** The org that is diagnosed: the first of the world. */
  org: Org;
  clock: Clock;
  /** How the hosts call themselves, and are to be called. */
  urls: Urls;
  log: RequestLog;
  faults: Faults;
  /** From now on the hosts go by their real names, which lead nowhere without a proxy. Where each of them is reached. */
  takeRealNames(): ReadonlyMap<string, string>;
  stop(): Promise<void>;
};

type Seat = { role: HostRole; org?: Org };

const address = '127.0.0.1';

const prepare = ({ world }: SimulatorOptions, clock: Clock): World => {
  if (world === undefined) return createWorld(clock);
  return typeof world === 'function' ? world(clock) : world;
};

/**
 * The loopback Salesforce: login, test and a My Domain an org, from one process.
 * Throws, and leaves nothing listening, where a port is taken.
 */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const clock = options.clock ?? createClock();
  const world = prepare(options, clock);
  const [org, other] = world.orgs;
  if (org === undefined || other === undefined) throw new Error('A world has at least two orgs.');
  const [log, faults] = [createLog(), createFaults(options.latency)];
  const seats: Seat[] = [
    { role: 'login' },
    { role: 'test' },
    ...world.orgs.map((one): Seat => ({ role: 'my-domain', org: one })),
  ];
  const apps: FastifyInstance[] = [];

  const urlAt = (seat: number): string => {
    const { port } = (apps[seat]?.server.address() ?? { port: 0 }) as AddressInfo;
    return `http://${address}:${port}`;
  };
  const urlOf = (role: HostRole, of: Org): string =>
    urlAt(
      role === 'my-domain' ? seats.findIndex((seat) => seat.org === of) : seats.findIndex((seat) => seat.role === role),
    );

  let hasRealNames = false;
  const called = (role: HostRole, of: Org): string =>
    hasRealNames ? `https://${realName(role, of)}` : urlOf(role, of);

  const contextOf = (seat: Seat): HostContext => {
    const where = { world, org: seat.org, clock };
    return {
      ...where,
      role: seat.role,
      faults,
      log,
      url: (role, of) => called(role, of ?? seat.org ?? org),
      authenticate: (request) => {
        const token = bearerToken(request);
        return token === undefined ? undefined : authenticateToken(token, request, where);
      },
      authenticateToken: (token, request) => authenticateToken(token, request, where),
    };
  };

  for (const seat of seats) apps.push(await createHost(contextOf(seat)));
  const close = async (): Promise<void> => {
    await Promise.all(apps.map((app) => app.close()));
    for (const one of world.orgs) closeStore(one);
  };
  const { port = 0 } = options;
  try {
    for (const [at, app] of apps.entries()) await app.listen({ host: address, port: port === 0 ? 0 : port + at });
  } catch (error) {
    // Hosts that listen already would keep the process alive.
    await close();
    throw error;
  }

  return {
    world,
    org,
    clock,
    log,
    faults,
    get urls() {
      return {
        login: called('login', org),
        test: called('test', org),
        myDomain: called('my-domain', org),
        otherMyDomain: called('my-domain', other),
        log: `${urlOf('login', org)}/simulator/log`,
      };
    },
    takeRealNames: () => {
      hasRealNames = true;
      return new Map(
        seats.map((seat) => [realName(seat.role, seat.org ?? org), urlOf(seat.role, seat.org ?? org)] as const),
      );
    },
    stop: close,
  };
};
