import { selfSigned } from '../state/certificate.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

const hour = 3600 * 1000;
const year = 365 * 24 * hour;

export default scenario({
  id: 'jwt-cert-expired',
  title: 'The certificate of the app reached its last day',
  flow: 'jwt',
  span: 20 * hour,
  prepare: ({ app, clock, client }) => {
    const to = clock.now() + 17 * hour;
    app.certificate = selfSigned({ privateKey: client.privateKey, commonName: app.name, from: to - year, to });
  },
  prints: serviceLog,
  leaves: { told: 'invalid assertion' },
});
