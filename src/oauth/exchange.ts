import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { networkTrouble, neverSent } from './network-trouble.ts';

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

export type Request = {
  readonly url: string;
  readonly timeoutMs: number;
  /** Sent as `application/x-www-form-urlencoded`, by POST. Without it: GET. */
  readonly form?: Readonly<Record<string, string>>;
  readonly bearer?: string;
  /** Cuts the request off: it then was not reached. */
  readonly signal?: AbortSignal | undefined;
};

/** Far above any answer that matters, far below what a hostile host could send. */
const bodyLimit = 256 * 1024;

const readBody = async (response: Response): Promise<string> => {
  if (response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    pieces.push(piece as Uint8Array);
    size += (piece as Uint8Array).length;
    if (size >= bodyLimit) break;
  }
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, bodyLimit));
};

const header = (response: Response, name: string): string | undefined => response.headers.get(name) ?? undefined;

const send = async (
  { url, timeoutMs, form, bearer, signal }: Request,
  dispatcher: EnvHttpProxyAgent,
): Promise<Answer> => {
  const response = await fetch(url, {
    method: form === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'user-agent': 'sf-plugin-auth-doctor',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: form === undefined ? null : new URLSearchParams(form).toString(),
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
    dispatcher,
  });
  const date = header(response, 'date');
  const location = header(response, 'location');
  return {
    reached: true,
    status: response.status,
    contentType: header(response, 'content-type') ?? '',
    body: await readBody(response),
    ...(date === undefined ? {} : { date }),
    ...(location === undefined ? {} : { location }),
  };
};

/**
 * One request, sent once: no retry, no redirect followed, the body cut at 256 KiB.
 * Proxies come from `https_proxy`, `http_proxy` and `no_proxy`, as for the CLI. Never throws.
 */
export const exchange = async (request: Request): Promise<Answer> => {
  let dispatcher: EnvHttpProxyAgent | undefined;
  try {
    // One for each request: a connection kept open would hold the process.
    dispatcher = new EnvHttpProxyAgent();
    return await send(request, dispatcher);
  } catch (error) {
    return { reached: false, trouble: networkTrouble(error), ...(neverSent(error) ? { sent: false as const } : {}) };
  } finally {
    await dispatcher?.destroy().catch(() => undefined);
  }
};
