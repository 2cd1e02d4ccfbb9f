import { defined } from '../model/index.ts';
import { awaitCallback, type CameBack } from './callback.ts';
import type { Form, HeldSecret } from './credential.ts';
import { noteRequest } from './journal.ts';
import { newProof, unguessable } from './pkce.ts';
import { loginBase } from './url.ts';

/** How a person is sent to the login page, on this machine. */
export type Browser = {
  /** Opens an address, or shows it. */
  readonly open: (url: string) => Promise<void>;
  /** The callback of the CLI: its port can be another in a project. */
  readonly callback: string;
  /** How long a person may take. */
  readonly patienceMs: number;
  /** What the browser shows once it has come back. */
  readonly said: string;
};

export type WebLogin = {
  readonly loginUrl: string;
  readonly consumerKey: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Whom the login page proposes. */
  readonly username?: string | undefined;
  readonly secret?: HeldSecret | undefined;
};

type Proof = { readonly state: string; readonly challenge: string };

/** Sources: help, OAuth 2.0 Web Server Flow (remoteaccess_oauth_web_server_flow.htm); `prompt` as the CLI sends it. */
const pageOf = (login: WebLogin, { state, challenge }: Proof): string => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: login.consumerKey,
    redirect_uri: login.redirectUri,
    scope: login.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'login',
    ...defined({ login_hint: login.username }),
  });
  return `${loginBase(login.loginUrl)}/services/oauth2/authorize?${query.toString()}`;
};

/** What the browser brought back: where it is a code, the form that asks for its one token. */
export type BroughtBack =
  { readonly state: 'code'; readonly form: Form } | Exclude<CameBack, { readonly state: 'code' }>;

/** Sends a person to the login page, and waits for the way back. What comes back is kept nowhere. */
export const logInByBrowser = async (login: WebLogin, browser: Browser): Promise<BroughtBack> => {
  const { redirectUri, consumerKey, secret } = login;
  const [state, { verifier, challenge }] = [unguessable(), newProof()];
  const page = pageOf(login, { state, challenge });
  noteRequest({ method: 'GET', url: page.replace(/\?.*$/u, ''), purpose: 'browser-login' });
  const back = await awaitCallback({ ...browser, redirectUri, state }, () => browser.open(page));
  if (back.state !== 'code') return back;
  const form = {
    grant_type: 'authorization_code',
    code: back.code,
    client_id: consumerKey,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...defined({ client_secret: secret?.() }),
  };
  return { state: 'code', form };
};
