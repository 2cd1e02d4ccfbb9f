import { defined, known, unknown, type AppOauth, type Fact, type Attempt, type Refusal } from '../../model/index.ts';
import {
  askToken,
  hostOf,
  isLoopback,
  isPrivate,
  logInByBrowser,
  type Browser,
  type BroughtBack,
  type HeldSecret,
} from '../../oauth/index.ts';
import { readSentBack } from '../../recognition/index.ts';
import { readAnswer, type Answered } from './attempt-answer.ts';
import { cures } from './cures.ts';

/**
 * `no-callback`: the app has none on this machine; `busy`: its port is taken; `nobody`: no browser came back; `secret`: the code was given,
 * and is good for a token with the app's secret alone; `other-user`: another one logged in.
 */
export type Hindrance = 'no-callback' | 'busy' | 'nobody' | 'secret' | 'other-user';

export type BrowserAttempt = {
  readonly attempt: Fact<Attempt>;
  readonly refusal?: Refusal;
  /** Why the login tells nothing of the integration's. */
  readonly hindered?: Hindrance;
  readonly requests: number;
};

export type BrowserQuestion = {
  readonly browser: Browser;
  readonly loginUrl: string | undefined;
  readonly consumerKey: string | undefined;
  readonly username: string | undefined;
  readonly secret: HeldSecret | undefined;
  /** That the client sends. */
  readonly callbackUrl?: string | undefined;
  /** Undefined: not seen. */
  readonly appOauth: AppOauth | undefined;
  readonly timeoutMs: number;
};

const isHere = (url: string): boolean =>
  URL.parse(url)?.protocol === 'http:' && isLoopback(URL.parse(url)?.hostname ?? '');

/** A callback to which a browser on this machine can come back: the client's own, else the CLI's, where the app has it or is not seen. */
const callbackOf = ({ appOauth, browser, callbackUrl }: BrowserQuestion): string | undefined => {
  if (callbackUrl !== undefined && isHere(callbackUrl)) return callbackUrl;
  if (appOauth === undefined || appOauth.callbackUrls.includes(browser.callback)) return browser.callback;
  return appOauth.callbackUrls.find(isHere);
};

/**
 * What is asked for: never a refresh token, of which a user has five of an app, so that a sixth would end the first. Undefined: the app gives
 * nothing that opens the API.
 */
const scopeOf = (appOauth: AppOauth | undefined): { readonly scope: string; readonly guessed: boolean } => {
  const isListed = (name: string): boolean => appOauth?.scopes.includes(name) === true;
  if (isListed('api')) return { scope: 'api', guessed: false };
  return isListed('full') ? { scope: 'full', guessed: false } : { scope: 'api', guessed: true };
};

const hindered = (why: Hindrance, host: string, requests: number): BrowserAttempt => ({
  attempt: unknown(why === 'nobody' ? 'timed-out' : 'depends-on-unknown', undefined, {
    place: 'login-host',
    name: host,
  }),
  hindered: why,
  requests,
});

type SentBack = Extract<BroughtBack, { readonly state: 'error' }>;

/** That a scope is refused which was our own guess says nothing of the integration. */
const refusedIn = ({ code, description }: SentBack, host: string, guessed: boolean): BrowserAttempt => {
  const { decides, ...refusal } = readSentBack({ code, host, ...defined({ description }) });
  const isOurs = guessed && code === 'invalid_scope';
  return {
    attempt: known({ host, granted: false }, { place: 'login-host', name: host }),
    refusal: isOurs ? { ...refusal, suspects: [] } : { ...refusal, ...defined({ decides }) },
    requests: 1,
  };
};

const isOther = (username: string | undefined, came: string | undefined): boolean =>
  username !== undefined && came !== undefined && username.toLowerCase() !== came.toLowerCase();

/** The integration may send a secret that we were not given, and a login of another user is not its login. */
const hindranceIn = ({ refusal, username: came }: Answered, question: BrowserQuestion): Hindrance | undefined => {
  const { secret, username } = question;
  if (secret === undefined && refusal?.code?.startsWith('invalid_client') === true) return 'secret';
  return isOther(username, came) ? 'other-user' : undefined;
};

/**
 * One login by a person in the browser: what the login page sends back, or one token request with its code, and one call to the API. The
 * minutes of a person are not on the clock of the run. Throws where no browser can be opened.
 */
export const attemptInBrowser = async (question: BrowserQuestion): Promise<BrowserAttempt> => {
  const { browser, loginUrl, consumerKey, username, secret, appOauth, timeoutMs } = question;
  if (loginUrl === undefined) return { attempt: unknown('depends-on-unknown', cures.loginUrl), requests: 0 };
  if (consumerKey === undefined) return { attempt: unknown('depends-on-unknown', cures.app), requests: 0 };
  const host = hostOf(loginUrl);
  // Nobody may be led to type a password where others on the way can read it.
  if (!isPrivate(loginUrl))
    return { attempt: unknown('unreachable', undefined, { place: 'login-host', name: host }), requests: 0 };
  const redirectUri = callbackOf(question);
  if (redirectUri === undefined) return hindered('no-callback', host, 0);
  const { scope, guessed } = scopeOf(appOauth);
  const back = await logInByBrowser({ loginUrl, consumerKey, redirectUri, scope, username, secret }, browser);
  if (back.state === 'busy') return hindered('busy', host, 0);
  if (back.state === 'nobody') return hindered('nobody', host, 1);
  if (back.state === 'error') return refusedIn(back, host, guessed);
  const answer = await askToken({ loginUrl, purpose: 'login', form: back.form, timeoutMs });
  const answered = await readAnswer(answer, { host, guessed: false, asksWho: true }, { timeoutMs });
  const requests = 1 + answered.requests;
  const why = hindranceIn(answered, question);
  return why === undefined
    ? { attempt: answered.attempt, ...defined({ refusal: answered.refusal }), requests }
    : hindered(why, host, requests);
};
