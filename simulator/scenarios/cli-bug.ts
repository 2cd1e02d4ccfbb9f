import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

/** The CLI waits for the browser on a port of its own. Throws where another program has it. */
const waitOn = async (port: number): Promise<void> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`Error (PortInUseError): Cannot start the OAuth redirect server on port ${port}.`, {
      cause: error,
    });
  } finally {
    server.close();
  }
};

export default scenario({
  id: 'cli-bug',
  title: 'The CLI cannot wait for the browser: another program has its port',
  flow: 'web',
  breaks: async ({ client, onStop }) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onStop(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    client.before = () => waitOn(port);
  },
  prints: itself,
  leaves: { told: 'Cannot start the OAuth redirect server on port' },
});
