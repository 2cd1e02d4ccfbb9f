import { defined, known, type Attempt, type Fact, type Refusal, type Source } from '../../model/index.ts';
import { readGrant, type Answer, type Grant } from '../../oauth/index.ts';
import { readTokenAnswer } from '../../recognition/index.ts';
import { askApi, type Patience } from './api-call.ts';
import { unanswered } from './unanswered.ts';

/** What a token request of ours came to. */
export type Answered = {
  readonly attempt: Fact<Attempt>;
  /** Why the login, or the first call after it, was refused. */
  readonly refusal?: Refusal;
  /** By name, where the first call told it. */
  readonly username?: string;
  readonly requests: number;
};

export type Asked = {
  readonly host: string;
  /** The audience was ours, and may not be the integration's. */
  readonly guessed: boolean;
  /** Whether the first call tells who logged in. */
  readonly asksWho?: boolean;
};

const useGrant = async (grant: Grant, { host, asksWho = false }: Asked, patience: Patience): Promise<Answered> => {
  const source: Source = { place: 'login-host', name: host };
  const { api, refusal, username, requests } = await askApi(grant, patience, asksWho);
  const attempt: Attempt = {
    host,
    granted: true,
    ...defined({ scopes: grant.scopes, api }),
  };
  return { attempt: known(attempt, source), ...defined({ refusal, username }), requests: 1 + requests };
};

/**
 * What the answer says of the login. In words of the API it speaks of a session, and none was sent: it says nothing. That an audience is
 * refused which was our own guess decides nothing of what the integration sends.
 */
const ofTheLogin = (read: Refusal, { guessed }: Asked): Refusal => {
  const { decides, ...refusal } = read;
  if (refusal.channel === 'rest') return { ...refusal, suspects: [] };
  return guessed && decides === 'jwt-wrong-audience' ? { ...refusal, suspects: [decides, ...refusal.suspects] } : read;
};

/** What an answer of the token endpoint tells; where it grants, one call to the API follows. */
export const readAnswer = async (answer: Answer, asked: Asked, patience: Patience): Promise<Answered> => {
  const { host } = asked;
  const source: Source = { place: 'login-host', name: host };
  if (!answer.reached) return { attempt: unanswered(answer.trouble, source), requests: 1 };
  const grant = readGrant(answer);
  if (grant !== undefined) return useGrant(grant, asked, patience);
  const { status, contentType, body } = answer;
  const read = readTokenAnswer({ status, contentType, body, host }, 'attempt');
  return { attempt: known({ host, granted: false }, source), refusal: ofTheLogin(read, asked), requests: 1 };
};
