import nforce from 'nforce';
import { inMessage } from '../client.ts';
import type { Client } from '../client.ts';

const connect = (tokenUrl: string, clientId: string, clientSecret: string) =>
  nforce.createConnection({
    clientId,
    clientSecret,
    redirectUri: 'http://localhost:3000/oauth/_callback',
    loginUri: tokenUrl,
    apiVersion: 'v38.0',
  });

/** As its README shows: `authenticate` with a username and a password, `refreshToken`, `query`. */
export const nforceClient: Client = {
  name: 'nforce',
  flows: ['password', 'refresh-token'],
  login: ({ flow, tokenUrl, clientId, clientSecret, username, password, refreshToken }) => {
    const org = connect(tokenUrl, clientId, clientSecret);
    return flow === 'password'
      ? org.authenticate({ username, password })
      : org.refreshToken({ oauth: { refresh_token: refreshToken } });
  },
  query: (oauth) => connect('http://localhost', 'key', 'secret').query({ query: 'SELECT Id FROM Organization', oauth }),
  prints: inMessage,
};
