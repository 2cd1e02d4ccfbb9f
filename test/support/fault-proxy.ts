import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The true answer of the org. */
export type True = { readonly status: number; readonly type: string; readonly body: string };

/** What becomes of one answer. */
export type Fault = {
  readonly name: string;
  readonly strike: (response: ServerResponse, answer: True, elsewhere: string) => void;
};

export type FaultProxy = {
  readonly url: string;
  /** Requests that came. */
  readonly count: () => number;
  /** Requests that came to the host to which redirects lead. */
  readonly strayed: () => number;
  /** From now on requests are counted anew, and that one (from 0; absent: none) meets the fault. */
  readonly arm: (fault: Fault, at?: number) => void;
  readonly close: () => void;
};

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

/** The host is the simulator's, which knows itself by its own port alone. */
const forward = (target: string, incoming: IncomingMessage, body: Buffer): Promise<True> =>
  new Promise((resolve, reject) => {
    const headers = { ...incoming.headers, host: new URL(target).host };
    const sent = ask(`${target}${incoming.url ?? '/'}`, { method: incoming.method, headers }, (answer) => {
      bodyOf(answer).then(
        (bytes) =>
          resolve({
            status: answer.statusCode ?? 0,
            type: answer.headers['content-type'] ?? '',
            body: bytes.toString(),
          }),
        reject,
      );
    });
    sent.on('error', reject).end(body);
  });

const listen = async (handle: (request: IncomingMessage, response: ServerResponse) => void) => {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Stands before a host and passes everything on, but for the answer that it was armed against. */
export const faultProxy = async (target: string): Promise<FaultProxy> => {
  let [count, strayed] = [0, 0];
  let armed: { readonly fault: Fault; readonly at: number | undefined } | undefined;
  const elsewhere = await listen((_request, response) => {
    strayed += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = count;
    count += 1;
    const answer = await forward(target, request, await bodyOf(request));
    if (armed?.at === at) armed.fault.strike(response, answer, elsewhere.url);
    else response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
  };
  const front = await listen((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  return {
    url: front.url,
    count: () => count,
    strayed: () => strayed,
    arm: (fault, at) => {
      count = 0;
      armed = { fault, at };
    },
    close: () => {
      front.close();
      elsewhere.close();
    },
  };
};
