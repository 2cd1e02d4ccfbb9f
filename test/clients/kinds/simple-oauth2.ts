import { AuthorizationCode, ClientCredentials, ResourceOwnerPassword } from 'simple-oauth2';
import { inConsole, inJson } from '../client.ts';
import type { Client, Token } from '../client.ts';

/** As its README shows. Its errors are those of Boom: the answer stands in `data.payload`. */
export const simpleOauth2: Client = {
  name: 'simple-oauth2',
  flows: ['refresh-token', 'client-credentials', 'password'],
  login: async ({ flow, loginUrl, clientId, clientSecret, username, password, refreshToken }) => {
    const config = {
      client: { id: clientId, secret: clientSecret },
      auth: { tokenHost: loginUrl, tokenPath: '/services/oauth2/token' },
      options: { authorizationMethod: 'body' as const },
    };
    if (flow === 'password') {
      const { token } = await new ResourceOwnerPassword(config).getToken({ username, password });
      return token as Token;
    }
    if (flow === 'client-credentials') return (await new ClientCredentials(config).getToken({})).token as Token;
    const stored = new AuthorizationCode(config).createToken({ access_token: 'old', refresh_token: refreshToken });
    return (await stored.refresh()).token as Token;
  },
  prints: (error) => ({ console: inConsole(error), payload: inJson(error, 'data', 'payload') }),
};
