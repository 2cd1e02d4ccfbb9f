import { createHash, X509Certificate } from 'node:crypto';
import { defined } from '../model/index.ts';
import type { Certificate } from '../model/index.ts';

const parse = (input: string | Buffer): X509Certificate | undefined => {
  try {
    return new X509Certificate(input);
  } catch {
    return undefined;
  }
};

/** Metadata gives the DER in base64 on one line, without the PEM lines. */
const open = (text: string): X509Certificate | undefined =>
  text.includes('-----BEGIN') ? parse(text) : parse(Buffer.from(text.replaceAll(/\s/gu, ''), 'base64'));

/** Reads a certificate from PEM, or from bare base64. Undefined where it is none. Never throws. */
export const readCertificate = (text: string): Certificate | undefined => {
  const certificate = open(text);
  if (certificate === undefined) return undefined;
  const { publicKey } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  return {
    subject: certificate.subject.split('\n').join(', '),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    spki: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    keyType: publicKey.asymmetricKeyType ?? 'unknown',
    ...defined({ bits }),
  };
};
