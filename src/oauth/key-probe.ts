import { defined } from '../model/index.ts';
import type { KeyProbe } from '../model/index.ts';
import type { Answer } from './exchange.ts';
import { jsonObject, textMember } from './token-answer.ts';
import { askToken } from './token-request.ts';

/** Made up, the same for everyone: it names no user and opens nothing. */
const madeUpRefreshToken = 'made-up-by-sf-plugin-auth-doctor';

export type ProbeAnswer = Omit<KeyProbe, 'host'>;

/**
 * What each refusal says of the key, since the token endpoint checks the client id first, then the secret, then the token.
 * The order was observed with other grants; that a refused refresh without a secret answers so follows from it.
 */
const readings: ReadonlyArray<{ readonly code: string; readonly start: string; readonly answer: KeyProbe['answer'] }> =
  [
    { code: 'invalid_client_id', start: '', answer: 'unknown' },
    { code: 'invalid_grant', start: 'expired access/refresh token', answer: 'known' },
    { code: 'invalid_client', start: 'invalid client credentials', answer: 'known' },
  ];

/** Reads the answer to the probe. Whatever is not in the table is unclear. */
export const readProbeAnswer = (body: string): ProbeAnswer => {
  const refused = jsonObject(body);
  const code = textMember(refused, 'error');
  const description = textMember(refused, 'error_description');
  const said = (description ?? '').toLowerCase();
  const reading = readings.find((row) => row.code === code?.toLowerCase() && said.startsWith(row.start));
  return {
    answer: reading?.answer ?? 'unclear',
    ...defined({ code, description }),
  };
};

/** What the secret-free question is asked with. */
export const keyQuestion = (consumerKey: string): Readonly<Record<string, string>> => ({
  grant_type: 'refresh_token',
  client_id: consumerKey,
  refresh_token: madeUpRefreshToken,
});

/**
 * Asks a login host once whether it knows a consumer key (which is no secret): a refresh with a made-up token.
 * It names no user, so it locks nobody out.
 */
export const askWhetherKeyIsKnown = async (question: {
  readonly loginUrl: string;
  readonly consumerKey: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}): Promise<ProbeAnswer | Extract<Answer, { reached: false }>> => {
  const { loginUrl, consumerKey, timeoutMs, signal } = question;
  const answer = await askToken({
    loginUrl,
    purpose: 'key-probe',
    form: keyQuestion(consumerKey),
    timeoutMs,
    signal,
  });
  return answer.reached ? readProbeAnswer(answer.body) : answer;
};
