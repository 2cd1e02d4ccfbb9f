import type { JWTPayload, ProtectedHeaderParameters } from 'jose';
import { defined } from '../model/index.ts';
import type { AccessToken, Assertion } from '../model/index.ts';
import { isSecret } from './shape.ts';
import { jsonObject, textMember } from './token-answer.ts';

type Decoded = { readonly header: ProtectedHeaderParameters; readonly claims: JWTPayload };

/** Reads header and claims; undefined where a text is no JWT. Checks nothing. Never throws. */
const decode = async (token: string): Promise<Decoded | undefined> => {
  const { decodeJwt, decodeProtectedHeader } = await import('jose');
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
};

const texts = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');

/** What is no place for a secret and holds one is not told. */
const first = (value: unknown): string | undefined => texts(value).find((text) => !isSecret(text));

/** Some clients write the number as a text, and so do Salesforce's own examples. */
const secondsIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
};

/** The year 5138 in seconds, 1973 in milliseconds: beyond it stand milliseconds. */
const firstMilliseconds = 100_000_000_000;

/** UTC, ISO 8601; undefined for what is no time in seconds. */
export const timeIn = (value: unknown): string | undefined => {
  const seconds = secondsIn(value);
  return seconds === undefined || seconds >= firstMilliseconds ? undefined : new Date(seconds * 1000).toISOString();
};

const times = ({ exp, iat }: JWTPayload) => defined({ expiresAt: timeIn(exp), issuedAt: timeIn(iat) });

/**
 * What may be told of the assertion of a JWT bearer login. Sources: help, OAuth 2.0 JWT Bearer Flow, and article 000204593 (`prn` goes
 * before `sub`).
 */
export const decodeAssertion = async (token: string): Promise<Assertion> => {
  const decoded = await decode(token);
  if (decoded === undefined)
    return {
      state: 'unreadable',
      problem: /[+/=]/u.test(token) && token.split('.').length === 3 ? 'not-base64url' : 'no-jwt',
    };
  const { header, claims } = decoded;
  const told = {
    iss: first(claims.iss),
    sub: first(claims.prn) ?? first(claims.sub),
    aud: texts(claims.aud)[0],
    exp: secondsIn(claims.exp),
  };
  return {
    state: 'decoded',
    algorithm: header.alg ?? '-',
    ...defined({ issuer: told.iss, subject: told.sub }),
    audience: texts(claims.aud),
    ...times(claims),
    missing: Object.entries(told).flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
};

const scopesIn = ({ scp, scope }: JWTPayload): readonly string[] | undefined => {
  const all = texts(scp ?? scope).flatMap((one) => one.split(/\s+/u));
  return all.length === 0 ? undefined : all;
};

const isConsumerKey = (text: string | undefined): boolean => text?.startsWith('3MVG') === true;

/** What may be told of a JWT in the place of an access token. Source: help, JWT-Based Access Tokens (xcloud.jwt_access_tokens.htm). */
const jwtToken = ({ claims }: Decoded): AccessToken => {
  const audience = texts(claims.aud);
  // An assertion is issued by the app, an ID token for the app; an access token by an org, for itself.
  if (isConsumerKey(claims.iss)) return { form: 'assertion' };
  if (audience.some(isConsumerKey)) return { form: 'id-token' };
  return {
    form: 'jwt',
    ...defined({ issuer: first(claims.iss), subject: first(claims.sub), consumerKey: first(claims.client_id) }),
    audience,
    ...times(claims),
    ...defined({ scopes: scopesIn(claims) }),
  };
};

/** What may be told of an access token: of an opaque one, the org that issued it. */
export const decodeAccessToken = async (token: string): Promise<AccessToken> => {
  const opaque = /^(?<orgId>00D\w{12,15})!/u.exec(token)?.groups?.orgId;
  if (opaque !== undefined) return { form: 'opaque', orgId: opaque };
  if (/^5Aep/iu.test(token)) return { form: 'refresh-token' };
  const decoded = await decode(token);
  return decoded === undefined ? { form: 'unknown' } : jwtToken(decoded);
};

/** The token in what people have of it: itself, in quotes, behind `Bearer`, in the form that is posted, in the JSON of an answer. */
export const tokenIn = (text: string, name: 'assertion' | 'access_token'): string => {
  const trimmed = text.trim();
  const found =
    textMember(jsonObject(trimmed), name) ??
    new RegExp(String.raw`(?:^|[?&\s])${name}=([^&\s]+)`, 'u').exec(trimmed)?.[1] ??
    /^(?:authorization\s*:\s*)?bearer\s+(\S+)$/iu.exec(trimmed)?.[1] ??
    trimmed;
  return found.replace(/^(["'])(.*)\1$/su, '$2');
};
