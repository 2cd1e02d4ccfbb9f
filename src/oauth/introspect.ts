import { defined } from '../model/index.ts';
import type { Introspection } from '../model/index.ts';
import type { HeldSecret } from './credential.ts';
import { timeIn } from './decode.ts';
import { exchange, type Answer } from './exchange.ts';
import { isSecret } from './shape.ts';
import { jsonObject, scopesMember, textMember } from './token-answer.ts';
import { loginBase } from './url.ts';

export type TokenInQuestion = {
  readonly loginUrl: string;
  readonly consumerKey: string;
  readonly secret: HeldSecret;
  readonly token: string;
  /** Absent: it is not known which of the two it is. */
  readonly kind?: 'access_token' | 'refresh_token' | undefined;
};

/** One POST to the introspection endpoint: it uses up nothing. Source: help, xcloud.remoteaccess_oidc_token_introspection_endpoint.htm */
export const askOfToken = (
  { loginUrl, consumerKey, secret, token, kind }: TokenInQuestion,
  limits: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<Answer> =>
  exchange({
    url: `${loginBase(loginUrl)}/services/oauth2/introspect`,
    purpose: 'introspection',
    form: { token, client_id: consumerKey, client_secret: secret(), ...defined({ token_type_hint: kind }) },
    ...limits,
  });

type Said = Introspection extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'host' | 'consumerKey'>
    : never
  : never;

const named = (object: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const text = textMember(object, name);
  return text === undefined || isSecret(text) ? undefined : text;
};

/** What an answer says of the token; undefined where it is no answer of such an endpoint. Members: recorded in Salesforce's own Postman collection. */
export const readIntrospection = ({
  status,
  body,
}: Pick<Extract<Answer, { reached: true }>, 'status' | 'body'>): Said | undefined => {
  const said = jsonObject(body);
  if (said === undefined) return undefined;
  const code = textMember(said, 'error');
  if (code !== undefined) {
    const description = textMember(said, 'error_description');
    return { state: 'refused', status, code, ...defined({ description }) };
  }
  if (status !== 200) return undefined;
  if (said.active === false) return { state: 'inactive' };
  if (said.active !== true) return undefined;
  return {
    state: 'active',
    ...defined({
      issuedTo: named(said, 'client_id'),
      username: named(said, 'username'),
      scopes: scopesMember(said),
      expiresAt: timeIn(said.exp),
    }),
  };
};
