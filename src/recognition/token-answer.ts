import { defined } from '../model/index.ts';
import type { Refusal } from '../model/index.ts';
import { recognizeRefusals } from './recognize.ts';
import type { Circumstances } from './recognize.ts';
import { withoutSecrets } from './secrets.ts';

/** The answer to our own token request, as it came over the wire. */
export type TokenAnswer = {
  readonly status: number;
  readonly contentType?: string;
  readonly body: string;
  readonly host: string;
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const member = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

const longestText = 1200;

const blank = (answer: TokenAnswer): Refusal => ({
  channel: 'token-endpoint',
  origin: 'attempt',
  text: withoutSecrets(answer.body.slice(0, longestText)).trim() || `HTTP ${answer.status}`,
  count: 1,
  suspects: [],
});

/** What the wording points at. Our own request went to Salesforce's host: no other provider is to blame. */
const pointing = ({ decides, suspects, phrase }: Refusal): Pick<Refusal, 'decides' | 'suspects' | 'phrase'> => ({
  ...defined({ decides }),
  suspects: suspects.filter((cause) => cause !== 'not-salesforce'),
  ...defined({ phrase }),
});

/** What the browser brought back from our own login to one refusal: it came from Salesforce's login page. Never throws. */
export const readSentBack = (said: {
  readonly code: string;
  readonly description?: string;
  readonly host: string;
}): Refusal => {
  const { code, host } = said;
  const description = said.description === undefined ? undefined : withoutSecrets(said.description);
  const query = new URLSearchParams({ error: code, ...defined({ error_description: description }) }).toString();
  const [read] = recognizeRefusals(`https://${host}/?${query}`, { flow: 'web' });
  return {
    ...(read === undefined ? { suspects: [] } : pointing(read)),
    channel: 'authorize',
    origin: 'attempt',
    code: withoutSecrets(code),
    ...defined({ description }),
    text: withoutSecrets(query),
    count: 1,
    host,
  };
};

/**
 * Our own refused token request to one refusal. It came from the host that we asked, so it is never another provider's.
 * A page instead of JSON is on the channel `html`. Never throws.
 */
export const readTokenAnswer = (answer: TokenAnswer, origin: 'attempt', circumstances: Circumstances = {}): Refusal => {
  const json = parse(answer.body);
  const code = member(json, 'error');
  const description = member(json, 'error_description');
  const html = json === undefined && (answer.contentType?.includes('html') === true || /^\s*</u.test(answer.body));
  const told =
    code === undefined
      ? `HTTP ${answer.status}\n${answer.body}`
      : JSON.stringify({
          salesforce: true,
          error: code,
          ...defined({ error_description: description }),
        });
  const [read] = recognizeRefusals(told, circumstances).filter((refusal) => refusal.channel !== 'other-provider');
  const refusal = read ?? blank(answer);
  return {
    ...pointing(refusal),
    channel: html ? 'html' : code === undefined ? refusal.channel : 'token-endpoint',
    origin,
    ...defined({ code }),
    ...(description === undefined ? {} : { description: withoutSecrets(description) }),
    status: answer.status,
    text: blank(answer).text,
    count: 1,
    host: answer.host,
  };
};
