import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A name that a My Domain had before: whoever asks there is sent on to the same path of `host`. */
export const startPreviousHost = async (host: string): Promise<{ url: string; close: () => void }> => {
  const server = createServer((request, response) => {
    response.writeHead(301, { location: `https://${host}${request.url ?? '/'}` }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
};
