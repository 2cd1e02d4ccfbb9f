import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { privateKeyFor, selfSigned } from '../state/certificate.ts';
import { failedRequest } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'tls-or-certificate',
  title: 'A proxy that opens TLS connections was put in between, and nobody here trusts its certificate',
  flow: 'refresh-token',
  breaks: async ({ client, onStop }) => {
    const key = privateKeyFor('Somebody else');
    const now = Date.now();
    const cert = selfSigned({
      privateKey: key,
      commonName: 'Acme TLS Inspection',
      from: now - day,
      to: now + 90 * day,
    });
    const proxy = createServer({ key, cert }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    onStop(() => {
      proxy.close();
    });
    client.loginUrl = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  },
  prints: failedRequest,
  leaves: { told: 'self-signed certificate' },
});
