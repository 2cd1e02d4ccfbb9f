import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { failedRequest } from './prints.ts';
import { scenario } from './scenario.ts';

/** A port on which nothing listens (any more). */
const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export default scenario({
  id: 'network-or-proxy',
  title: 'The gateway through which the integration reaches Salesforce is down',
  flow: 'refresh-token',
  breaks: async ({ client }) => {
    client.loginUrl = `http://127.0.0.1:${await closedPort()}`;
  },
  prints: failedRequest,
  leaves: { told: 'connect ECONNREFUSED 127.0.0.1:' },
});
