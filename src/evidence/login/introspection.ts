import { known, unknown, type AccessToken, type Fact, type Introspection, type Unknown } from '../../model/index.ts';
import { askOfToken, hostOf, readIntrospection, tokenIn, type HeldSecret } from '../../oauth/index.ts';
import { withoutSecrets } from '../../recognition/index.ts';
import type { Patience } from './api-call.ts';
import { cures } from './cures.ts';
import { unanswered } from './unanswered.ts';

export type IntrospectionQuestion = Patience & {
  /** With `--introspect`. */
  readonly allowed: boolean;
  readonly offline: boolean;
  /** Where it goes: a host that somebody named, or the org that is looked in, where it issued the token. */
  readonly loginUrl: string | undefined;
  readonly consumerKey: string | undefined;
  readonly secret: HeldSecret | undefined;
  readonly token: HeldSecret | undefined;
  readonly decoded: AccessToken | undefined;
};

type Evidence = { readonly introspection: Fact<Introspection | undefined>; readonly requests: number };

const withheld = (fact: Unknown): Evidence => ({ introspection: fact, requests: 0 });

/** What an endpoint for access and refresh tokens is not asked about. */
const isOther = ({ form }: AccessToken): boolean => form === 'id-token' || form === 'assertion';

const kindOf = ({ form }: AccessToken): 'access_token' | 'refresh_token' | undefined => {
  if (form === 'refresh-token') return 'refresh_token';
  return form === 'unknown' ? undefined : 'access_token';
};

/**
 * Asks the login host once what it knows of the token that was given; or says why it was not asked. Salesforce wants the key and the secret
 * of an app for it. Never throws.
 */
export const introspect = async (question: IntrospectionQuestion): Promise<Evidence> => {
  const { allowed, offline, loginUrl, consumerKey, secret, token, decoded, timeoutMs, signal } = question;
  if (!allowed) return { introspection: known(undefined, { place: 'asked' }), requests: 0 };
  if (offline) return withheld(unknown('not-asked', cures.online));
  if (token === undefined || decoded === undefined) return withheld(unknown('depends-on-unknown', cures.token));
  if (isOther(decoded)) return withheld(unknown('depends-on-unknown', cures.token));
  if (secret === undefined) return withheld(unknown('depends-on-unknown', cures.secret));
  if (consumerKey === undefined) return withheld(unknown('depends-on-unknown', cures.app));
  if (loginUrl === undefined) return withheld(unknown('depends-on-unknown', cures.loginUrl));
  const host = hostOf(loginUrl);
  const source = { place: 'login-host', name: host } as const;
  const inQuestion = { loginUrl, consumerKey, secret, token: tokenIn(token(), 'access_token'), kind: kindOf(decoded) };
  const answer = await askOfToken(inQuestion, { timeoutMs, signal });
  if (!answer.reached) return { introspection: unanswered(answer.trouble, source), requests: 1 };
  const said = readIntrospection(answer);
  if (said === undefined) return { introspection: unknown('refused', undefined, source), requests: 1 };
  const safe =
    said.state === 'refused' && said.description !== undefined
      ? { ...said, description: withoutSecrets(said.description) }
      : said;
  return { introspection: known({ host, consumerKey, ...safe }, source), requests: 1 };
};
