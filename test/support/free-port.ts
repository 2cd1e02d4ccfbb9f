import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on: taken for a moment, and given back. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
};
