import type { AccessToken, Assertion, Diagnosis, Introspection } from '../../model/index.ts';
import { row } from '../document.ts';
import type { Row } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';
import { shortKey } from './short-key.ts';

type Claims = {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience: readonly string[];
  readonly issuedAt?: string;
  readonly expiresAt?: string;
};

const claims = ({ issuer, subject, audience, issuedAt, expiresAt }: Claims, say: Say): readonly string[] => [
  ...(issuer === undefined ? [] : [say('decoded.issuer', { issuer: shortKey(issuer) })]),
  ...(subject === undefined ? [] : [say('decoded.subject', { subject })]),
  ...(audience.length === 0 ? [] : [say('decoded.audience', { audience: listed(audience) })]),
  ...(issuedAt === undefined ? [] : [say('decoded.issued', { at: utc(issuedAt) })]),
  ...(expiresAt === undefined ? [] : [say('decoded.expires', { at: utc(expiresAt) })]),
];

const ofAssertion = (assertion: Assertion, say: Say): readonly string[] => {
  if (assertion.state === 'unreadable') return [say('decoded.unreadable')];
  const { algorithm, signature } = assertion;
  return [
    ...claims(assertion, say),
    say('decoded.algorithm', { algorithm }),
    ...(signature === undefined ? [] : [say(`decoded.signature.${signature}`)]),
  ];
};

const ofToken = (token: AccessToken, say: Say): readonly string[] => {
  if (token.form === 'opaque') return [say('decoded.opaque', { orgId: token.orgId })];
  if (token.form !== 'jwt') return [say(`decoded.${token.form}`)];
  const { consumerKey, scopes } = token;
  return [
    ...claims(token, say),
    ...(consumerKey === undefined ? [] : [say('decoded.app', { app: shortKey(consumerKey) })]),
    ...(scopes === undefined ? [] : [say('decoded.scopes', { scopes: listed(scopes) })]),
  ];
};

const ofIntrospection = (said: Introspection, say: Say): readonly string[] => {
  const { host, state } = said;
  if (state === 'inactive') return [say('introspected.inactive', { host, app: shortKey(said.consumerKey) })];
  if (state === 'refused') return [say('introspected.refused', { host, code: said.code ?? String(said.status) })];
  const { username, issuedTo, scopes, expiresAt } = said;
  return [
    say('introspected.active', { host }),
    ...(username === undefined ? [] : [say('decoded.subject', { subject: username })]),
    ...(issuedTo === undefined ? [] : [say('decoded.app', { app: shortKey(issuedTo) })]),
    ...(scopes === undefined ? [] : [say('decoded.scopes', { scopes: listed(scopes) })]),
    ...(expiresAt === undefined ? [] : [say('decoded.expires', { at: utc(expiresAt) })]),
  ];
};

/** What was given and decoded on this machine, and what the host said of it, a line each. */
export const decoded = ({ assertion, accessToken, introspection }: Diagnosis, say: Say): readonly Row[] => [
  ...(assertion === undefined ? [] : [row(say('label.assertion'), ofAssertion(assertion, say).join('; '))]),
  ...(accessToken === undefined ? [] : [row(say('label.token'), ofToken(accessToken, say).join('; '))]),
  ...(introspection === undefined
    ? []
    : [row(say('label.introspection'), ofIntrospection(introspection, say).join('; '))]),
];
