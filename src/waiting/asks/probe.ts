import { defined } from '../../model/index.ts';
import { askToken, hostOf, isCut, keyQuestion, readProbeAnswer } from '../../oauth/index.ts';
import { readTokenAnswer } from '../../recognition/index.ts';
import type { Ask } from '../heard.ts';
import { usualTimeoutMs } from './timeout.ts';

/** The secret-free question "is this consumer key known here?", put to one login host. It names no user, so it locks nobody out. */
export const probeAsk =
  (loginUrl: string, consumerKey: string, timeoutMs: number = usualTimeoutMs): Ask =>
  async (signal) => {
    const host = hostOf(loginUrl);
    const answer = await askToken({
      loginUrl,
      purpose: 'key-probe',
      form: keyQuestion(consumerKey),
      timeoutMs,
      ...defined({ signal }),
    });
    if (!answer.reached) return { state: 'silent', host, trouble: answer.trouble };
    if (isCut(answer)) return { state: 'cut', host, status: answer.status };
    const { status, contentType, body } = answer;
    const { answer: verdict, ...said } = readProbeAnswer(body);
    if (verdict === 'known') return { state: 'good', host, as: 'key-known', answer: { ...said, status } };
    return { state: 'refused', host, refusal: readTokenAnswer({ status, contentType, body, host }, 'attempt') };
  };
