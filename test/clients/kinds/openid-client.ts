import * as openid from 'openid-client';
import { everyFlow, formOf, inConsole, inJson } from '../client.ts';
import type { Client, Login, Token } from '../client.ts';

/** This client speaks https only; the simulator stands where TLS ends. */
const behindTls = (url: string): string => url.replace(/^http:/u, 'https:');
const beforeTls = (url: string): string => url.replace(/^https:/u, 'http:');

const configure = ({ loginUrl, tokenUrl, clientId, clientSecret }: Login): openid.Configuration => {
  const server = { issuer: behindTls(loginUrl), token_endpoint: behindTls(tokenUrl) };
  const config = new openid.Configuration(server, clientId, {}, openid.ClientSecretPost(clientSecret));
  config[openid.customFetch] = (url, options) => fetch(beforeTls(url), options as RequestInit);
  return config;
};

/** As its documentation shows: `ResponseBodyError` holds the answer as its cause. */
export const openidClient: Client = {
  name: 'openid-client',
  flows: everyFlow,
  login: async (login) => {
    const { grant_type = '', ...form } = formOf(login);
    const token = await openid.genericGrantRequest(configure(login), grant_type, form);
    return token as unknown as Token;
  },
  prints: (error) => ({ console: inConsole(error), json: inJson(error) }),
};
