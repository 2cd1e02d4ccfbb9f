import { defined } from '../model/index.ts';
import type { Refusal, Try } from '../model/index.ts';

/** What one question to the login host came to. */
export type Heard =
  /** `key-known`: the secret-free question; `granted`: a real login, and the API did not refuse the session. */
  | {
      readonly state: 'good';
      readonly host: string;
      readonly as: 'key-known' | 'granted';
      readonly answer?: Try['answer'];
    }
  | { readonly state: 'refused'; readonly host: string; readonly refusal: Refusal }
  /** An answer that broke off before its end: what it was going to say is not known. */
  | { readonly state: 'cut'; readonly host: string; readonly status: number }
  /** `trouble`: the code of a network error. */
  | { readonly state: 'silent'; readonly host: string; readonly trouble: string }
  /** The credential gave nothing that could be sent: a private key that does not sign. */
  | { readonly state: 'not-sent'; readonly host: string };

/** Asks the login host once, always the same one. Never throws. The signal cuts a request off. */
export type Ask = (signal?: AbortSignal) => Promise<Heard>;

/** Enough to recognise an answer by; a body may be long. */
const longest = 300;

const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)} ...`);

/** What was said, in one text: of an answer that is neither an OAuth error nor a page, the whole of it. */
const said = ({ code, description, channel, text, status }: Refusal): string | undefined => {
  if (description !== undefined || code !== undefined || channel === 'html') return description;
  return text === `HTTP ${status ?? ''}` ? undefined : text;
};

const ofRefusal = (refusal: Refusal): Try['answer'] => {
  const { code, status } = refusal;
  const description = said(refusal);
  return {
    ...(code === undefined ? {} : { code: short(code) }),
    ...(description === undefined ? {} : { description: short(description) }),
    ...defined({ status }),
  };
};

/** What was heard, as it is kept and shown. */
export const answerOf = (heard: Heard): Try['answer'] => {
  switch (heard.state) {
    case 'good':
      return heard.answer ?? {};
    case 'refused':
      return ofRefusal(heard.refusal);
    case 'cut':
      return { status: heard.status };
    case 'silent':
      return { code: heard.trouble };
    case 'not-sent':
      return {};
  }
};
