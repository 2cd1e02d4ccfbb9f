import { inspect } from 'node:util';
import jsonwebtoken from 'jsonwebtoken';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import type { ScenarioFlow } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** What an integration is configured with, as its code sees it. */
export type Login = {
  readonly flow: ScenarioFlow;
  readonly loginUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  /** With the security token appended, as the flow wants it. */
  readonly password: string;
  readonly refreshToken: string;
  /** A JWT for this login, signed now. */
  readonly assertion: string;
};

export const loginOf = ({ stage: { client }, sim }: Started): Login => {
  const loginUrl = loginUrlOf(client, sim.urls);
  const claims = { iss: client.consumerKey, sub: client.username, aud: loginUrl };
  return {
    flow: client.flow,
    loginUrl,
    tokenUrl: `${loginUrl}/services/oauth2/token`,
    clientId: client.consumerKey,
    clientSecret: client.clientSecret,
    username: client.username,
    password: client.password + client.securityToken,
    refreshToken: client.refreshToken,
    assertion: jsonwebtoken.sign(claims, client.privateKey, { algorithm: 'RS256', expiresIn: 180 }),
  };
};

/** The form of the token request, for clients that send what they are given. */
export const formOf = (login: Login): Record<string, string> => {
  const app = { client_id: login.clientId, client_secret: login.clientSecret };
  switch (login.flow) {
    case 'jwt':
      return { grant_type: jwtBearer, assertion: login.assertion };
    case 'refresh-token':
      return { grant_type: 'refresh_token', refresh_token: login.refreshToken, ...app };
    case 'client-credentials':
      return { grant_type: 'client_credentials', ...app };
    case 'password':
      return { grant_type: 'password', username: login.username, password: login.password, ...app };
    default:
      throw new Error(`No client here speaks ${login.flow}.`);
  }
};

export type Token = { readonly access_token: string; readonly instance_url: string };

export const queryUrl = ({ instance_url }: Token): string =>
  `${instance_url}/services/data/v60.0/query?q=${encodeURIComponent('SELECT Id FROM Organization')}`;

/** A client of the npm registry, used as its own documentation shows. Both throw what the client throws. */
export type Client = {
  readonly name: string;
  readonly flows: readonly ScenarioFlow[];
  readonly login: (login: Login) => Promise<Token>;
  /** The first call with the token; absent: this client only logs in. */
  readonly query?: (token: Token) => Promise<unknown>;
  /** What its users paste of an error: those of the usual forms that hold anything of the answer. */
  readonly prints: (error: unknown) => Readonly<Record<string, string>>;
};

const member = (thing: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], thing);

/** `console.error(error)`. */
export const inConsole = (error: unknown): string => inspect(error);

/** `JSON.stringify` of a part of the error, as loggers print it. */
export const inJson = (error: unknown, ...path: readonly string[]): string => JSON.stringify(member(error, ...path));

/** A part of the error that is a text. */
export const textIn = (error: unknown, ...path: readonly string[]): string => String(member(error, ...path));

/** The message, the stack and the console: for clients whose message holds the answer. */
export const inMessage = (error: unknown): Record<string, string> => ({
  text: String(error),
  stack: textIn(error, 'stack'),
  console: inConsole(error),
});

export const everyFlow: readonly ScenarioFlow[] = ['jwt', 'refresh-token', 'client-credentials', 'password'];
