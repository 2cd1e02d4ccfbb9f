import { X509Certificate } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import type { JwtPayload } from 'jsonwebtoken';
import type { HostContext } from '../../frame/context.ts';
import { myDomainOf } from '../../state/lookup.ts';
import type { App } from '../../state/types.ts';
import { invalidGrant } from '../attempt.ts';
import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import { appGate, appIn, clientAt, findUser, orgsAt, unknownClient } from '../clients.ts';
import { commonGates } from '../gates.ts';
import { jwtAnswer, openSession } from '../grant-token.ts';
import { enter } from './flow.ts';
import type { GrantFlow } from './flow.ts';

const skew = 3 * 60_000;

const claimsOf = (assertion: string): JwtPayload | undefined => {
  const claims = jsonwebtoken.decode(assertion);
  return claims === null || typeof claims === 'string' ? undefined : claims;
};

/**
 * Login hosts of the orgs at this host, by their real names and as they are reached here. A loopback URL may end in a slash: the CLI
 * makes its first audience so, and goes on to the real login hosts where it is refused.
 */
const audiencesAt = (context: HostContext): string[] => {
  const orgs = orgsAt(context);
  const generic = context.role === 'test' || orgs.some((org) => org.isSandbox) ? 'test' : 'login';
  const loopback = [context.url(generic), ...orgs.map((org) => context.url('my-domain', org))];
  const domains = orgs.map((org) => `https://${myDomainOf(org)}`);
  return [`https://${generic}.salesforce.com`, ...domains, ...loopback, ...loopback.map((url) => `${url}/`)];
};

const isSigned = (assertion: string, certificate: string): boolean => {
  try {
    const key = new X509Certificate(certificate).publicKey;
    jsonwebtoken.verify(assertion, key, { algorithms: ['RS256'], ignoreExpiration: true, ignoreNotBefore: true });
    return true;
  } catch {
    return false;
  }
};

const certificateIsOver = ({ context, now }: TokenRequest, certificate: string): boolean =>
  context.world.switches.expiredCertificate === 'refused' &&
  Date.parse(new X509Certificate(certificate).validTo) <= now;

/** Signature, then audience, then expiry. No upper limit for `exp`: the Salesforce CLI sends milliseconds. */
const assertionGate = (request: TokenRequest, app: App, assertion: string, claims: JwtPayload): Refusal | undefined => {
  const { certificate } = app;
  if (certificate === undefined || !isSigned(assertion, certificate) || certificateIsOver(request, certificate)) {
    return invalidGrant('invalid assertion');
  }
  const audiences = audiencesAt(request.context);
  if (![claims.aud].flat().some((audience) => audience !== undefined && audiences.includes(audience))) {
    return invalidGrant('audience is invalid');
  }
  if (typeof claims.exp !== 'number') return invalidGrant('invalid assertion');
  return claims.exp * 1000 + skew < request.now ? invalidGrant('expired authorization code') : undefined;
};

/** `prn` wins where both stand. */
const subjectOf = (claims: JwtPayload): string => {
  const { prn } = claims as { prn?: unknown };
  return typeof prn === 'string' ? prn : (claims.sub ?? '');
};

const candidateOf = (request: TokenRequest): Candidate | Refusal => {
  const { assertion = '' } = request.params;
  const claims = claimsOf(assertion);
  if (claims === undefined) return invalidGrant('invalid assertion');
  const client = clientAt(request, claims.iss ?? '');
  if (client === undefined) return unknownClient();
  const found = findUser(request.context, subjectOf(claims));
  const org = request.context.org ?? found?.org;
  const app = org === undefined ? undefined : appIn(org, client);
  const closed = appGate(client, org) ?? assertionGate(request, app ?? client.app, assertion, claims);
  if (closed !== undefined) return closed;
  if (found === undefined || app === undefined) return invalidGrant("user hasn't approved this consumer");
  return { request, flow: 'jwt', app, ...found };
};

export const jwtBearer: GrantFlow = (request) =>
  enter(candidateOf(request), commonGates, (candidate) => {
    const scopes = candidate.app.scopes.filter((scope) => scope !== 'RefreshToken');
    return jwtAnswer(candidate, openSession(candidate, scopes));
  });
