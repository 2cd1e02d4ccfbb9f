import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Client, LoggedIn, Login } from '../client.ts';
import { from } from './source-address.ts';

type Form = Record<string, string>;
type Answer = { access_token?: string; instance_url?: string; refresh_token?: string };

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Good for three minutes, by the client's own clock. */
const assertion = async (client: Client, loginUrl: string, now: number): Promise<string> => {
  const jwt = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(client.consumerKey)
    .setSubject(client.username)
    .setAudience(client.audience ?? loginUrl)
    .setExpirationTime(Math.floor((now + (client.clock ?? 0)) / 1000) + 180)
    .sign(createPrivateKey(client.privateKey));
  return client.mangles?.(jwt) ?? jwt;
};

/** Members of the form by which the app names itself. */
export const appOf = ({ consumerKey, clientSecret }: Client): Form => ({
  client_id: consumerKey,
  ...(clientSecret === '' ? {} : { client_secret: clientSecret }),
});

const form = async (client: Client, loginUrl: string, now: number): Promise<Form> => {
  switch (client.flow) {
    case 'jwt':
      return { grant_type: jwtBearer, assertion: await assertion(client, loginUrl, now) };
    case 'refresh-token':
      return { grant_type: 'refresh_token', refresh_token: client.refreshToken, ...appOf(client) };
    case 'client-credentials':
      return { grant_type: 'client_credentials', ...appOf(client) };
    case 'password': {
      const { username, password, securityToken } = client;
      return { grant_type: 'password', ...appOf(client), username, password: password + securityToken };
    }
    default:
      throw new Error(`The flow ${client.flow} asks for no token by itself.`);
  }
};

const defined = (answer: Answer): LoggedIn => ({
  instanceUrl: answer.instance_url ?? '',
  ...(answer.access_token === undefined ? {} : { accessToken: answer.access_token }),
  ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
});

/** Sends a form to the token endpoint. */
export const sendForm = async (client: Client, loginUrl: string, fields: Form): Promise<Login> => {
  const answer = await fetch(`${loginUrl}/services/oauth2/token`, {
    method: 'POST',
    headers: from(client),
    body: new URLSearchParams(fields),
    // Whoever follows makes a GET of it, without the form.
    redirect: 'manual',
  });
  const body = answer.headers.get('location') ?? (await answer.text());
  return answer.ok
    ? defined(JSON.parse(body) as Answer)
    : { granted: false, by: 'token-endpoint', status: answer.status, body };
};

/** `now`: epoch ms, by Salesforce's clock. */
export const askForToken = async (client: Client, loginUrl: string, now: number): Promise<Login> =>
  sendForm(client, loginUrl, await form(client, loginUrl, now));
