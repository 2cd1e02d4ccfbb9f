import { known, unknown, type Fact, type KeyProbe } from '../../model/index.ts';
import { askWhetherKeyIsKnown, hostOf } from '../../oauth/index.ts';
import { cures } from './cures.ts';
import { unanswered } from './unanswered.ts';

export type KeyProbeQuestion = {
  readonly loginUrl: string | undefined;
  readonly consumerKey: string | undefined;
  readonly offline: boolean;
  /** False with `--no-probe`. */
  readonly probe: boolean;
  readonly timeoutMs: number;
  /** The clock of the whole run. */
  readonly signal?: AbortSignal | undefined;
};

/** Asks the login host, once and without a secret, whether it knows the consumer key; or says why it was not asked. */
export const probeKey = async (
  question: KeyProbeQuestion,
): Promise<{ readonly keyProbe: Fact<KeyProbe>; readonly requests: number }> => {
  const { loginUrl, consumerKey, timeoutMs, signal } = question;
  if (question.offline) return { keyProbe: unknown('not-asked', cures.online), requests: 0 };
  if (!question.probe) return { keyProbe: unknown('not-asked', cures.probe), requests: 0 };
  if (loginUrl === undefined) return { keyProbe: unknown('not-asked', cures.loginUrl), requests: 0 };
  if (consumerKey === undefined) return { keyProbe: unknown('not-asked', cures.app), requests: 0 };
  const host = hostOf(loginUrl);
  const source = { place: 'login-host', name: host } as const;
  const answer = await askWhetherKeyIsKnown({ loginUrl, consumerKey, timeoutMs, signal });
  const keyProbe = 'trouble' in answer ? unanswered(answer.trouble, source) : known({ host, ...answer }, source);
  return { keyProbe, requests: 1 };
};
