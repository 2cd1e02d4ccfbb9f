import type { Urls } from '../index.ts';
import { firstCall } from './client/first-call.ts';
import { soapLogin } from './client/soap-login.ts';
import { askForToken } from './client/token-request.ts';
import { webLogin } from './client/web-login.ts';
import type { ScenarioFlow } from './scenario.ts';

/** What the integration is configured with, as its owner wrote it down; and how its software behaves. */
export type Client = {
  flow: ScenarioFlow;
  username: string;
  consumerKey: string;
  /** '': it sends none. */
  clientSecret: string;
  loginHost: 'login' | 'test' | 'my-domain';
  /** PEM. */
  privateKey: string;
  password: string;
  securityToken: string;
  refreshToken: string;
  /** '': it sends none. */
  redirectUri: string;
  /** Session of the browser in which the user logs in. */
  browserSession: string;
  /** Absent: the world's own address. */
  sourceIp?: string;
  /** Where its requests really go. Absent: to the login host. */
  loginUrl?: string;
  /** How far its clock is ahead of Salesforce's: ms. */
  clock?: number;
  /** `aud` of its assertions. Absent: the login URL. */
  audience?: string;
  /** What becomes of an assertion before it is sent. */
  mangles?: (assertion: string) => string;
  /** A proof key for each code (PKCE). */
  provesCode?: boolean;
  /** An authorization code that it kept, and sends without asking for another. */
  code?: string;
  /** A session id that it kept, and works with without logging in. */
  session?: string;
  /** Scheme of its `Authorization` header. Absent: `Bearer`. */
  scheme?: string;
  /** Version of the API in the address of its login(). Absent: 60.0. */
  soapVersion?: string;
  /** What it asks the API. Absent: something that everybody may ask. */
  soql?: string;
  /** How the user's browser gets past the single sign-on service. What it throws is what the page says. Absent: there is none. */
  signOn?: (client: Client, loginUrl: string) => Promise<void>;
  /** What it does on its own machine before it speaks to Salesforce. What it throws is what it prints. */
  before?: () => Promise<void> | void;
};

/** What the integration was told, by whom; `client`: by its own software, before or in place of an answer. */
export type Told = {
  readonly granted: boolean;
  readonly by: 'token-endpoint' | 'authorize' | 'soap' | 'api' | 'client';
  /** HTTP; 0 where nobody answered. */
  readonly status: number;
  /** Of a redirect: where to. */
  readonly body: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
  /** The authorization code that was used. */
  readonly code?: string;
};

/** A session to work with, or a refusal. */
export type LoggedIn = Pick<Told, 'accessToken' | 'refreshToken' | 'code'> & { readonly instanceUrl: string };
export type Login = LoggedIn | Told;

export const loginUrlOf = (client: Client, urls: Urls): string =>
  client.loginUrl ?? { login: urls.login, test: urls.test, 'my-domain': urls.myDomain }[client.loginHost];

const logIn = async (client: Client, urls: Urls, now: number): Promise<Login> => {
  const loginUrl = loginUrlOf(client, urls);
  await client.signOn?.(client, loginUrl);
  if (client.flow === 'web') return webLogin(client, loginUrl);
  return client.flow === 'soap-login' ? soapLogin(client, loginUrl) : askForToken(client, loginUrl, now);
};

/** `fetch` hides what happened behind a TypeError. */
const spoken = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error instanceof TypeError && error.cause !== undefined ? spoken(error.cause) : error.message;
};

/** A login as an integration does it: a token, and with it the first call to the API. `now`: epoch ms, by Salesforce's clock. */
export const attempt = async (client: Client, urls: Urls, now: number): Promise<Told> => {
  try {
    await client.before?.();
    const login: Login =
      client.session === undefined
        ? await logIn(client, urls, now)
        : { accessToken: client.session, instanceUrl: urls.myDomain };
    return 'granted' in login ? login : await firstCall(client, login);
  } catch (error) {
    return { granted: false, by: 'client', status: 0, body: spoken(error) };
  }
};
