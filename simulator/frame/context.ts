import type { FastifyRequest } from 'fastify';
import { myDomainOf } from '../state/lookup.ts';
import type { Org, Session, User, World } from '../state/types.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './log.ts';

export type HostRole = 'login' | 'test' | 'my-domain';

/** A live session: neither ended nor past its time, of a user who may still work, and good for this host. */
export type Authenticated = { session: Session; user: User; org: Org };

/**
 * What a route knows of the host that it runs on. One app per host, so the host role is fixed.
 * Bodies arrive parsed: JSON and urlencoded as objects, XML as a string; `hasContentTypeParser` before adding another.
 */
export type HostContext = {
  world: World;
  /** The org of this My Domain; undefined on the generic hosts. */
  org: Org | undefined;
  role: HostRole;
  clock: Clock;
  faults: Faults;
  log: RequestLog;
  /** Loopback URL without a trailing slash. `my-domain`: of the given org, else of this host's, else of the diagnosed one. */
  url: (role: HostRole, org?: Org) => string;
  /** By the Authorization header. On a My Domain only sessions of its own org. */
  authenticate: (request: FastifyRequest) => Authenticated | undefined;
  /** As `authenticate`, for a bare session id (SOAP SessionHeader). */
  authenticateToken: (token: string, request: FastifyRequest) => Authenticated | undefined;
};

/** The name of the host of Salesforce that stands behind a host of ours. */
export const realName = (role: HostRole, org: Org): string =>
  role === 'my-domain' ? myDomainOf(org) : `${role}.salesforce.com`;

/** Where a request came from: `X-Simulated-Source-Ip`, else the world's default. */
export const sourceIpOf = (world: World, request: FastifyRequest): string => {
  const header = request.headers['x-simulated-source-ip'];
  return typeof header === 'string' ? header : world.sourceIp;
};
