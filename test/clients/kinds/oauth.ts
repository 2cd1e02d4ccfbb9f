import { OAuth2 } from 'oauth';
import type { OAuth2Error } from 'oauth';
import { everyFlow, formOf, inConsole, inJson, queryUrl } from '../client.ts';
import type { Client } from '../client.ts';

/** What passport's strategies are built on: it hands over `{ statusCode, data }`, which is no Error. */
const thrown = (error: OAuth2Error): Error => error as unknown as Error;

export const oauthClient: Client = {
  name: 'oauth',
  flows: everyFlow,
  login: (login) =>
    new Promise((resolve, reject) => {
      const client = new OAuth2(
        login.clientId,
        login.clientSecret,
        login.loginUrl,
        undefined,
        '/services/oauth2/token',
      );
      const form = formOf(login);
      client.getOAuthAccessToken(form.refresh_token ?? '', form, (error, access_token, _refresh, results) => {
        if (error !== null) reject(thrown(error));
        else resolve({ access_token, instance_url: results.instance_url ?? '' });
      });
    }),
  query: (token) =>
    new Promise((resolve, reject) => {
      const client = new OAuth2('', '', token.instance_url);
      client.useAuthorizationHeaderforGET(true);
      client.get(queryUrl(token), token.access_token, (error, body) => {
        if (error !== null) reject(thrown(error));
        else resolve(body);
      });
    }),
  prints: (error) => ({ console: inConsole(error), json: inJson(error) }),
};
