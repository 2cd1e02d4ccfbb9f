import type { Client } from '../client.ts';
import { axiosClient, gotClient } from './http.ts';
import { jsforceClients, jsforceSoap } from './jsforce.ts';
import { nforceClient } from './nforce.ts';
import { oauthClient } from './oauth.ts';
import { openidClient } from './openid-client.ts';
import { simpleOauth2 } from './simple-oauth2.ts';

/** Every client but SOAP's, which no OAuth setting stops. */
export const oauthClients: readonly Client[] = [
  ...jsforceClients,
  nforceClient,
  simpleOauth2,
  openidClient,
  axiosClient,
  gotClient,
  oauthClient,
];

export const soapClients: readonly Client[] = [jsforceSoap];
