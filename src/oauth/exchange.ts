import { defined, type RequestOut } from '../model/index.ts';
import type { EnvHttpProxyAgent, Response } from 'undici';
import { noteRequest } from './journal.ts';
import { networkTrouble, neverSent } from './network-trouble.ts';
import { isPrivate } from './url.ts';

/** What one request to a login host or to the API came to. `body` of a granted token holds secrets: it stays inside `oauth` and `evidence`. */
export type Answer =
  | {
      readonly reached: true;
      readonly status: number;
      /** '' where the host named none. */
      readonly contentType: string;
      readonly body: string;
      /** The `Date` header as sent. */
      readonly date?: string;
      /** The `Location` header as sent: redirects are evidence, they are not followed. */
      readonly location?: string;
    }
  /** `sent`: false where the request never left; else the host may have acted on it. */
  | { readonly reached: false; readonly trouble: string; readonly sent?: false };

/** The trouble of a request that the clock of the whole run cut off: it says nothing of the host. */
export const outOfTime = 'OUT_OF_TIME';

/** The trouble of a request that would have carried something over a line that others can read. */
const notPrivate = 'NOT_PRIVATE';

export type Request = Pick<RequestOut, 'purpose' | 'asks'> & {
  readonly url: string;
  readonly timeoutMs: number;
  /** Sent as `application/x-www-form-urlencoded`, by POST. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent by POST. Without `form` and `post`: GET. */
  readonly post?: { readonly contentType: string; readonly text: string; readonly headers?: Headers };
  readonly bearer?: string;
  /** What is wanted, if not JSON. */
  readonly accept?: string;
  /** Cuts the request off: it then was not reached. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the answer that are read. */
  readonly most?: number;
};

type Headers = Readonly<Record<string, string>>;

/** Far above any answer of a login host that matters, far below what a hostile host could send. */
const bodyLimit = 256 * 1024;

const readBody = async (response: Response, most: number): Promise<string> => {
  if (response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    pieces.push(piece as Uint8Array);
    size += (piece as Uint8Array).length;
    if (size >= most) break;
  }
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, most));
};

const header = (response: Response, name: string): string | undefined => response.headers.get(name) ?? undefined;

type Content = { readonly text: string; readonly headers: Headers };

const contentOf = ({ form, post }: Request): Content | undefined => {
  if (post !== undefined) return { text: post.text, headers: { 'content-type': post.contentType, ...post.headers } };
  return form === undefined
    ? undefined
    : {
        text: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      };
};

/** A quarter of the code that the doctor loads: who sends nothing does without. */
const client = (): Promise<typeof import('undici')> => import('undici');

const send = async (request: Request, dispatcher: EnvHttpProxyAgent): Promise<Answer> => {
  const { fetch } = await client();
  const { url, timeoutMs, bearer, signal, accept = 'application/json', most = bodyLimit } = request;
  const content = contentOf(request);
  const response = await fetch(url, {
    method: content === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      accept,
      'user-agent': 'sf-plugin-auth-doctor',
      ...content?.headers,
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: content?.text ?? null,
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
    dispatcher,
  });
  const date = header(response, 'date');
  const location = header(response, 'location');
  return {
    reached: true,
    status: response.status,
    contentType: header(response, 'content-type') ?? '',
    body: await readBody(response, most),
    ...defined({ date, location }),
  };
};

/** Whether it holds anything that only the host may read. */
const tellsSomething = ({ form, post, bearer }: Request): boolean => (form ?? post ?? bearer) !== undefined;

/** As it is written down: what it carries stays out, and so does a query, which stands among what it asks. */
const outlineOf = (request: Request): RequestOut => ({
  method: contentOf(request) === undefined ? 'GET' : 'POST',
  url: request.url.replace(/\?.*$/u, ''),
  purpose: request.purpose,
  ...defined({ asks: request.asks }),
});

const isStopped = ({ signal }: Request): boolean => signal?.aborted === true;

/**
 * One request, sent once: no retry, no redirect followed, the body cut at 256 KiB. Whatever carries more than a question that anyone may
 * ask goes by https, or stays on this machine.
 * Proxies come from `https_proxy`, `http_proxy` and `no_proxy`, as for the CLI. Never throws, but `Unsent` where nothing may leave.
 */
export const exchange = async (request: Request): Promise<Answer> => {
  if (tellsSomething(request) && !isPrivate(request.url)) return { reached: false, trouble: notPrivate, sent: false };
  if (isStopped(request)) return { reached: false, trouble: outOfTime, sent: false };
  noteRequest(outlineOf(request));
  let dispatcher: EnvHttpProxyAgent | undefined;
  try {
    // One for each request: a connection kept open would hold the process.
    const { EnvHttpProxyAgent } = await client();
    dispatcher = new EnvHttpProxyAgent();
    return await send(request, dispatcher);
  } catch (error) {
    const trouble = isStopped(request) ? outOfTime : networkTrouble(error);
    return { reached: false, trouble, ...(neverSent(error) ? { sent: false as const } : {}) };
  } finally {
    await dispatcher?.destroy().catch(() => undefined);
  }
};
