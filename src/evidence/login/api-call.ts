import { defined } from '../../model/index.ts';
import type { Attempt, Refusal } from '../../model/index.ts';
import { exchange, hostOf, jsonObject, loginBase, textMember, type Grant } from '../../oauth/index.ts';
import { readTokenAnswer, withoutSecrets } from '../../recognition/index.ts';

/**
 * A query, and not one of the lighter GETs: `/services/data` answers without a session, `/limits` needs View Setup (a right
 * that an integration user need not have), and `/services/oauth2/userinfo` takes sessions that the data API refuses.
 * An expired password, a missing `api` scope, API Enabled and API Access Control were all seen as refusals of queries, and every user
 * may read the one row of Organization. Any version that no org has retired will do.
 */
const firstCall = 'query?q=SELECT+Id+FROM+Organization+LIMIT+1';

/** Where who logged in has to be known, the same call tells it: every user may read their own row. */
const whoCalls = (userId: string): string => `query?q=SELECT+Username+FROM+User+WHERE+Id='${userId}'`;

/** How long a host may take: for one request, and until the clock of the run stops. */
export type Patience = { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined };

export type ApiEvidence = {
  /** Absent where the API could not be asked. */
  readonly api?: NonNullable<Attempt['api']>;
  readonly refusal?: Refusal;
  /** Of whoever logged in, where it was asked for. */
  readonly username?: string;
  readonly requests: number;
};

/** The first refusal in a body of the REST API: a list of `errorCode` and `message`. */
const restRefusal = (body: string): Pick<Refusal, 'code' | 'description'> => {
  const first = jsonObject(body.trim().replace(/^\[/u, '').replace(/\]$/u, ''));
  const [code, description] = [textMember(first, 'errorCode'), textMember(first, 'message')];
  return {
    ...defined({ code }),
    ...(description === undefined ? {} : { description: withoutSecrets(description) }),
  };
};

const usernameIn = (body: string): string | undefined => {
  const records: unknown = jsonObject(body)?.records;
  const first: unknown = Array.isArray(records) ? records[0] : undefined;
  return typeof first === 'object' && first !== null ? textMember({ ...first }, 'Username') : undefined;
};

/** Whether the API takes a session that was just granted: one GET. Never throws. */
export const askApi = async (
  { accessToken, instanceUrl, userId }: Grant,
  { timeoutMs, signal }: Patience,
  asksWho = false,
): Promise<ApiEvidence> => {
  if (instanceUrl === undefined) return { requests: 0 };
  const call = asksWho && userId !== undefined ? whoCalls(userId) : firstCall;
  const answer = await exchange({
    url: `${loginBase(instanceUrl)}/services/data/v60.0/${call}`,
    purpose: 'first-call',
    asks: [call.replaceAll('+', ' ')],
    bearer: accessToken,
    timeoutMs,
    signal,
  });
  if (!answer.reached) return { requests: 1 };
  const { status, contentType, body } = answer;
  // A maintenance page may come with status 200.
  if (status === 200 && jsonObject(body) !== undefined)
    return { api: 'accepted', ...defined({ username: usernameIn(body) }), requests: 1 };
  const refusal = readTokenAnswer({ status, contentType, body, host: hostOf(instanceUrl) }, 'attempt');
  return { api: 'refused', refusal: { ...restRefusal(body), ...refusal }, requests: 1 };
};
