import { unknown, type Attempt, type Fact, type Flow, type Refusal, type Unknown } from '../../model/index.ts';
import { askToken, graceMs, hostOf, withGrace, type Credential, type Rotation } from '../../oauth/index.ts';
import type { Patience } from './api-call.ts';
import { readAnswer } from './attempt-answer.ts';
import { audienceFor } from './audience.ts';
import { cures } from './cures.ts';
import { believedKind, hostKind, type HostKind } from './host-kind.ts';

export type AttemptEvidence = {
  readonly attempt: Fact<Attempt>;
  /** Why the login, or the first call after it, was refused. */
  readonly refusal?: Refusal;
  /** `lost`: a rotated refresh token came back and could not be saved, so the stored login is dead; `unknown`: it may be. */
  readonly rotation: Rotation;
  readonly requests: number;
};

export type AttemptQuestion = {
  /** False without `--attempt`. */
  readonly allowed: boolean;
  readonly offline: boolean;
  /** By which the integration logs in. */
  readonly flow?: Flow | undefined;
  readonly loginUrl: string | undefined;
  /** What the login host said of itself, where that is known; else its name decides. */
  readonly kind?: HostKind | undefined;
  readonly credential: Credential | undefined;
  /** The flag that would give a credential; absent where one was given that cannot be used. */
  readonly cure?: string | undefined;
  /** `SF_AUDIENCE_URL`. */
  readonly audienceUrl?: string | undefined;
  /** Epoch ms, UTC. */
  readonly now: number;
  readonly timeoutMs: number;
  /** The clock of the whole run, or whoever waits no longer. A refresh that is under way may go on for a while: a rotated token would be lost. */
  readonly signal?: AbortSignal | undefined;
};

type Ready = AttemptQuestion & { readonly loginUrl: string; readonly credential: Credential };

const withheld = (fact: Unknown): AttemptEvidence => ({ attempt: fact, rotation: 'none', requests: 0 });

/**
 * Why nothing is sent, where nothing may or can be. `not-asked` is only said of an attempt that nobody asked for: one that was asked for
 * and not made depends on something that was not there.
 */
const notAsked = (question: AttemptQuestion): Unknown | undefined => {
  const { allowed, offline, flow, loginUrl, credential, cure, signal } = question;
  // No flag makes us send a password.
  if (flow === 'password' || flow === 'soap-login') return unknown(allowed ? 'depends-on-unknown' : 'not-asked');
  if (offline) return unknown('not-asked', cures.online);
  if (!allowed) return unknown('not-asked', cures.attempt);
  if (credential === undefined) return unknown('depends-on-unknown', cure);
  if (loginUrl === undefined) return unknown('depends-on-unknown', cures.loginUrl);
  return signal?.aborted === true ? unknown('timed-out') : undefined;
};

/**
 * A refresh that is cut off loses the token that comes back. So it has longer than any host or proxy in between takes
 * to answer or to give up.
 */
const refreshTimeoutMs = 180_000;

const unbroken = ({ timeoutMs, signal }: Patience): Patience => ({
  timeoutMs: Math.max(timeoutMs, refreshTimeoutMs),
  signal: signal === undefined ? undefined : withGrace(signal, graceMs),
});

const attempt = async ({
  loginUrl,
  kind,
  credential,
  audienceUrl,
  now,
  timeoutMs,
  signal,
}: Ready): Promise<AttemptEvidence> => {
  const host = hostOf(loginUrl);
  // Of a host that its name does not tell, the audience is a guess, whatever it calls itself: but for the hosts that every org shares.
  const believed = believedKind(loginUrl, kind);
  const audience = audienceFor(loginUrl, believed, audienceUrl);
  const isShared = believed === 'login' || believed === 'test';
  const guessed = !isShared && hostKind(loginUrl) === 'other' && audience !== audienceUrl;
  const patience = { timeoutMs, signal };
  const limits = credential.how === 'refresh-token' ? unbroken(patience) : patience;
  const spent = await credential.spend({ audience, now }, (form) =>
    askToken({ loginUrl, purpose: 'login', form, ...limits }),
  );
  if (spent.state === 'not-sent') {
    const place = credential.how === 'jwt' ? 'key-file' : 'stored-login';
    return withheld(unknown(spent.why === 'locked' ? 'timed-out' : 'depends-on-unknown', undefined, { place }));
  }
  return { ...(await readAnswer(spent.answer, { host, guessed }, patience)), rotation: spent.rotation };
};

/**
 * One real login, where it is allowed: exactly one token request, with the credential given, and never a password; if it is granted,
 * one call to the API. Never throws.
 */
export const attemptLogin = async (question: AttemptQuestion): Promise<AttemptEvidence> => {
  const fact = notAsked(question);
  const { loginUrl, credential } = question;
  if (fact !== undefined || loginUrl === undefined || credential === undefined)
    return withheld(fact ?? unknown('depends-on-unknown', cures.loginUrl));
  return attempt({ ...question, loginUrl, credential });
};
