import { Connection as NodeConnection, OAuth2 as NodeOAuth2 } from '@jsforce/jsforce-node';
import jsforce from 'jsforce';
import { everyFlow, formOf, inMessage } from '../client.ts';
import type { Client } from '../client.ts';

type Build = { readonly Connection: typeof NodeConnection; readonly OAuth2: typeof NodeOAuth2 };

/** The two builds of jsforce are two packages with one API. */
const build = (name: string, { OAuth2, Connection }: Build): Client => ({
  name,
  flows: everyFlow,
  login: (login) => {
    const { loginUrl, clientId, clientSecret } = login;
    const { grant_type = '', ...form } = formOf(login);
    return new OAuth2({ loginUrl, clientId, clientSecret }).requestToken({ grant_type, ...form });
  },
  query: async ({ access_token, instance_url }) =>
    new Connection({ accessToken: access_token, instanceUrl: instance_url }).query('SELECT Id FROM Organization'),
  prints: inMessage,
});

export const jsforceClients: readonly Client[] = [
  build('jsforce', jsforce as unknown as Build),
  build('@jsforce/jsforce-node', { Connection: NodeConnection, OAuth2: NodeOAuth2 }),
];

/** SOAP `login()`: what jsforce does with a username and a password where it knows no OAuth app. */
export const jsforceSoap: Client = {
  name: 'jsforce (SOAP login)',
  flows: ['password'],
  login: async ({ loginUrl, username, password }) => {
    const connection = new jsforce.Connection({ loginUrl, version: '60.0' });
    await connection.login(username, password);
    return { access_token: connection.accessToken ?? '', instance_url: connection.instanceUrl };
  },
  prints: inMessage,
};
