import { replaceCertificate } from '../state/admin.ts';
import { privateKeyFor, selfSigned } from '../state/certificate.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'jwt-wrong-key-or-cert',
  title: 'The app got a new certificate, the integration signs with the old key',
  flow: 'jwt',
  breaks: ({ act, app, clock }) => {
    const privateKey = privateKeyFor('Somebody else');
    const certificate = selfSigned({
      privateKey,
      commonName: `${app.name} 2027`,
      from: clock.now() - day,
      to: clock.now() + 400 * day,
    });
    replaceCertificate(act(), app, certificate);
  },
  prints: codeAndText,
  leaves: { told: 'invalid assertion', change: 'changeApplicationCertificate' },
});
