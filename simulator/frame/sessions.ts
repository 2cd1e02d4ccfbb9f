import type { FastifyRequest } from 'fastify';
import { allowedFrom } from '../auth/addresses.ts';
import { appById, profileOf, sessionOf, userById } from '../state/lookup.ts';
import type { Org, Session } from '../state/types.ts';
import { sourceIpOf } from './context.ts';
import type { Authenticated, HostContext } from './context.ts';

type Where = Pick<HostContext, 'world' | 'org' | 'clock'>;

/** `Bearer` for everything, `OAuth` as older clients say it; the token itself. */
export const bearerToken = (request: FastifyRequest): string | undefined =>
  /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

const addressHolds = (org: Org, session: Session, request: FastifyRequest, where: Where): boolean => {
  const from = sourceIpOf(where.world, request);
  if (org.settings.lockSessionsToIp && session.sourceIp !== undefined && session.sourceIp !== from) return false;
  if (!org.settings.enforceIpRangesEveryRequest) return true;
  return allowedFrom(from, profileOf(org, userById(org, session.userId)).loginIpRanges);
};

const isLive = (org: Org, session: Session, request: FastifyRequest, where: Where): boolean => {
  const user = userById(org, session.userId);
  const app = session.appId === undefined ? undefined : appById(org, session.appId);
  return (
    !session.ended &&
    session.expiresAt > where.clock.now() &&
    org.state === 'open' &&
    user.isActive &&
    !user.isFrozen &&
    app?.blocked !== true &&
    app?.deleted !== true &&
    addressHolds(org, session, request, where)
  );
};

/** A session that is used lives on: its time starts anew. */
export const authenticateToken = (token: string, request: FastifyRequest, where: Where): Authenticated | undefined => {
  for (const org of where.org === undefined ? where.world.orgs : [where.org]) {
    const session = sessionOf(org, token);
    if (session === undefined || !isLive(org, session, request, where)) continue;
    session.expiresAt = Math.max(session.expiresAt, where.clock.now() + org.settings.sessionMinutes * 60_000);
    return { session, user: userById(org, session.userId), org };
  }
  return undefined;
};
