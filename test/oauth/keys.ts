import { generateKeyPairSync } from 'node:crypto';
import { selfSigned } from '../../simulator/state/certificate.ts';

/** Made once for all tests of a run: RSA keys take their time. */
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const rsaPem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
export const rsaPemPkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
export const rsaPublicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const rsaEncryptedPem = rsa.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'kept elsewhere' })
  .toString();
export const rsaEncryptedPemPkcs1 = rsa.privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'kept elsewhere' })
  .toString();
export const ecPem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** The middle of a PEM text, in one line. */
export const bodyOf = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/gu, '');

/** What people upload to the app, and sometimes give to the client. */
export const certificatePem = selfSigned({
  privateKey: rsaPem,
  commonName: 'integration',
  from: Date.UTC(2026, 0, 1),
  to: Date.UTC(2027, 0, 1),
});
