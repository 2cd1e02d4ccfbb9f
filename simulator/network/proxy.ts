import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { Server as TlsServer } from 'node:tls';
import { createAuthority } from './authority.ts';

export type Proxy = {
  readonly url: string;
  /** PEM of the authority that signed for the hosts. */
  readonly certificate: string;
  /** What was asked for and refused, such as `example.com:443`. */
  readonly refused: readonly string[];
  readonly stop: () => Promise<void>;
};

const address = '127.0.0.1';

/** A socket that its other end gave up is no trouble of ours. */
const join = (one: Duplex, other: Duplex): void => {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
};

const refuse = (socket: Duplex): void => {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
};

/**
 * An HTTP proxy that leads these names (https, port 443) to servers of this machine (http), and nothing else anywhere.
 * `hosts`: name to loopback URL. `port`: 0 for a free one.
 */
export const startProxy = async (hosts: ReadonlyMap<string, string>, port = 0): Promise<Proxy> => {
  const authority = createAuthority();
  const identity = authority.identify([...hosts.keys()]);
  const doors = new Map<string, TlsServer>();
  const open = new Set<Duplex>();
  const refused: string[] = [];

  for (const [name, url] of hosts)
    doors.set(
      `${name}:443`,
      createTlsServer(identity, (secure) => {
        join(secure, connect(Number(new URL(url).port), address));
      }),
    );

  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403, { connection: 'close' }).end();
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('connect', ({ url = '' }, socket: Duplex, head: Buffer) => {
    const door = doors.get(url.toLowerCase());
    if (door === undefined) {
      refused.push(url);
      refuse(socket);
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.unshift(head);
    door.emit('connection', socket);
  });
  server.listen(port, address);
  await once(server, 'listening');
  const at = server.address();
  return {
    url: `http://${address}:${typeof at === 'object' && at !== null ? at.port : port}`,
    certificate: authority.certificate,
    refused,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
};
