import { unescape } from 'node:querystring';
import { defined } from '../model/index.ts';
import { exchange, outOfTime, type Answer, type Request } from '../oauth/index.ts';
import { partAnswer } from './org-refusal.ts';
import type { OrgSession } from './org-session.ts';
import { parserReady, readEnvelope, readEnvelopeAnswer } from './org-soap.ts';
import type { OrgAnswer, OrgRefusal } from './org-wire.ts';

/** How requests leave for one org: all of them through one session, which is renewed once where it has ended. */
export type Sender = {
  /** `path` is relative to `/services/data/vNN.0/`. */
  readonly get: (path: string) => Promise<OrgAnswer>;
  /** `asks`: the paths of the questions that travel in the body. */
  readonly post: (path: string, body: unknown, asks: readonly string[]) => Promise<OrgAnswer>;
  readonly logFile: (id: string) => Promise<OrgAnswer>;
  readonly readMetadata: (type: string, fullNames: readonly string[]) => Promise<OrgAnswer>;
};

export type SendOptions = {
  readonly apiVersion: string;
  /** How long one request may take. */
  readonly timeoutMs: number;
  /** The clock of the whole run. */
  readonly signal: AbortSignal | undefined;
};

/** More than any page of rows holds, and a bound for a host that never ends. */
const most = 64 * 1024 * 1024;

/** What came instead of an answer of Salesforce. */
const noAnswer = ({ trouble }: Extract<Answer, { reached: false }>): OrgRefusal => ({
  ok: false,
  ...(trouble === 'ETIMEDOUT' || trouble === outOfTime
    ? { trouble: 'timed-out' as const }
    : { trouble: 'unreachable' as const, code: trouble }),
});

/** Anything but JSON: a page of a proxy, of the edge or of a maintenance; half an answer; a redirect, which is not followed. */
const jsonIn = (text: string): { readonly result: unknown } | undefined => {
  try {
    return { result: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const restAnswer = (answer: Answer): OrgAnswer => {
  if (!answer.reached) return noAnswer(answer);
  const { status, body } = answer;
  const json = jsonIn(body);
  if (json === undefined || (status >= 300 && status < 400)) return { ok: false, status, trouble: 'unreachable' };
  return partAnswer({ statusCode: status, ...json });
};

/** A refusal is JSON as elsewhere; what is granted is the text of the file, whatever it is called. */
const logAnswer = (answer: Answer): OrgAnswer =>
  answer.reached && answer.status === 200 ? { ok: true, status: 200, body: answer.body } : restAnswer(answer);

/** A session that a new login may cure: other refusals by 401 are about the app, and would come again. Source: jsforce, `isSessionExpired`. */
const isExpired = (answer: OrgAnswer): answer is OrgRefusal =>
  !answer.ok &&
  answer.trouble === undefined &&
  (answer.status === 401 || answer.code === 'INVALID_SESSION_ID') &&
  !/Connected app is not attached to Agent|not valid for use with the REST API/u.test(answer.message ?? '');

export const senderFor = (session: OrgSession, { apiVersion, timeoutMs, signal }: SendOptions): Sender => {
  const { instanceUrl } = session;
  const common: Omit<Request, 'url' | 'asks'> = { purpose: 'reading', timeoutMs, signal, most };
  let renewed: ReturnType<OrgSession['renew']> | undefined;
  const throughSession = async (ask: (accessToken: string) => Promise<OrgAnswer>): Promise<OrgAnswer> => {
    const fresh = await renewed;
    const answer = await ask(fresh !== undefined && 'accessToken' in fresh ? fresh.accessToken : session.accessToken);
    // Once: what a fresh session is refused, a fresher one will be too.
    if (!isExpired(answer) || fresh !== undefined) return answer;
    renewed ??= session.renew(signal);
    const next = await renewed;
    if ('accessToken' in next) return ask(next.accessToken);
    return { ...answer, code: 'INVALID_SESSION_ID', ...defined({ message: next.why }) };
  };
  const rest = (path: string, asks: readonly string[], post?: Request['post']): Promise<OrgAnswer> =>
    throughSession(async (bearer) => {
      const url = `${instanceUrl}/services/data/v${apiVersion}/${path}`;
      return restAnswer(
        await exchange({ ...common, url, asks: asks.map((asked) => unescape(asked)), bearer, ...defined({ post }) }),
      );
    });
  return {
    get: (path) => rest(path, [path]),
    post: (path, body, asks) => rest(path, asks, { contentType: 'application/json', text: JSON.stringify(body) }),
    logFile: (id) =>
      throughSession(async (bearer) => {
        const path = `sobjects/EventLogFile/${id}/LogFile`;
        const url = `${instanceUrl}/services/data/v${apiVersion}/${path}`;
        return logAnswer(await exchange({ ...common, url, asks: [path], bearer, accept: 'text/csv' }));
      }),
    readMetadata: (type, fullNames) =>
      throughSession(async (accessToken) => {
        const asking = exchange({
          ...common,
          url: `${instanceUrl}/services/Soap/m/${apiVersion}`,
          asks: [`readMetadata ${type}: ${fullNames.join(', ')}`],
          post: {
            contentType: 'text/xml; charset=UTF-8',
            text: readEnvelope(accessToken, type, fullNames),
            headers: { soapaction: '""', accept: 'text/xml' },
          },
        });
        const [answer] = await Promise.all([asking, parserReady()]);
        return answer.reached ? readEnvelopeAnswer(answer.status, answer.body) : noAnswer(answer);
      }),
  };
};
