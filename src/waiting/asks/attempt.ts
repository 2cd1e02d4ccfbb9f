import { attemptLogin, type HostKind } from '../../evidence/login/index.ts';
import { hostOf, isCut, type Answer, type Credential } from '../../oauth/index.ts';
import type { Ask, Heard } from '../heard.ts';
import { usualTimeoutMs } from './timeout.ts';

export type AttemptAsked = {
  readonly loginUrl: string;
  /** Of a private key (`jwtCredential`). Any other is not sent: each try would spend a refresh token. */
  readonly credential: Credential;
  /** What the login host said of itself, where that is known. */
  readonly kind?: HostKind;
  /** `SF_AUDIENCE_URL`. */
  readonly audienceUrl?: string;
  /** Epoch ms, UTC: an assertion is signed anew for each try. */
  readonly now: () => number;
  readonly timeoutMs?: number;
};

/** The credential, and what the host answered to it last. */
const watched = (
  credential: Credential,
): { readonly credential: Credential; readonly heard: () => Answer | undefined } => {
  let heard: Answer | undefined;
  return {
    heard: () => heard,
    credential: {
      how: credential.how,
      spend: (on, send) =>
        credential.spend(on, async (form) => {
          heard = await send(form);
          return heard;
        }),
    },
  };
};

/** One real login by JWT, and one call of the API if it is granted: for pipelines that want proof. Each try leaves a row in Login History. */
export const attemptAsk =
  ({ loginUrl, credential: given, now, timeoutMs = usualTimeoutMs, ...more }: AttemptAsked): Ask =>
  async (signal): Promise<Heard> => {
    const host = hostOf(loginUrl);
    if (given.how !== 'jwt') return { state: 'not-sent', host };
    const { credential, heard } = watched(given);
    const { attempt, refusal } = await attemptLogin({
      ...more,
      allowed: true,
      offline: false,
      loginUrl,
      credential,
      now: now(),
      timeoutMs,
      signal,
    });
    const answer = heard();
    if (answer === undefined) return { state: 'not-sent', host };
    if (!answer.reached) return { state: 'silent', host, trouble: answer.trouble };
    if (isCut(answer)) return { state: 'cut', host, status: answer.status };
    if (refusal !== undefined) return { state: 'refused', host, refusal };
    const granted = attempt.state === 'known' && attempt.value.granted;
    return granted
      ? { state: 'good', host, as: 'granted', answer: { status: answer.status } }
      : { state: 'not-sent', host };
  };
