import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the browser brought back, or why nothing came. */
export type CameBack =
  | { readonly state: 'code'; readonly code: string }
  | { readonly state: 'error'; readonly code: string; readonly description?: string }
  | { readonly state: 'nobody' }
  | { readonly state: 'busy' };

export type Callback = {
  readonly redirectUri: string;
  /** What was sent along: who brings back another has not been there. */
  readonly state: string;
  readonly patienceMs: number;
  /** What the browser shows then. */
  readonly said: string;
};

const readQuery = (query: URLSearchParams): CameBack | undefined => {
  const [code, error, description] = ['code', 'error', 'error_description'].map((name) => query.get(name) ?? '');
  if (error !== undefined && error !== '')
    return { state: 'error', code: error, ...(description ? { description } : {}) };
  return code === undefined || code === '' ? undefined : { state: 'code', code };
};

/** What a request to the callback brings; undefined: it is another's. */
const broughtBy = ({ method, url = '' }: IncomingMessage, { redirectUri, state }: Callback): CameBack | undefined => {
  const asked = URL.parse(url, redirectUri);
  if (method !== 'GET' || asked?.pathname !== URL.parse(redirectUri)?.pathname) return undefined;
  return asked?.searchParams.get('state') === state ? readQuery(asked.searchParams) : undefined;
};

/** Port and name of a callback on this machine. */
const placeOf = (redirectUri: string): { readonly port: number; readonly host: string } => {
  const { port, hostname } = new URL(redirectUri);
  return { port: port === '' ? 80 : Number(port), host: hostname.replace(/^\[(.*)\]$/u, '$1') };
};

/**
 * Waits on this machine for the browser that comes back from a login; `ready` is called once it is awaited. The first that brings the right
 * state is answered, and then nobody is listened to any more. Never throws, unless `ready` does.
 */
export const awaitCallback = (callback: Callback, ready: () => Promise<void>): Promise<CameBack> => {
  const { promise, resolve, reject } = Promise.withResolvers<CameBack>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const brought = broughtBy(request, callback);
    response.writeHead(brought === undefined ? 404 : 200, {
      'content-type': 'text/plain; charset=utf-8',
      connection: 'close',
    });
    response.end(brought === undefined ? '' : callback.said, () => {
      if (brought !== undefined) resolve(brought);
    });
  };
  const server = createServer(answer);
  const late = setTimeout(() => resolve({ state: 'nobody' }), callback.patienceMs);
  server.once('error', () => resolve({ state: 'busy' }));
  server.listen(placeOf(callback.redirectUri), () => {
    ready().catch(reject);
  });
  return promise.finally(() => {
    clearTimeout(late);
    server.close();
    server.closeIdleConnections();
  });
};
