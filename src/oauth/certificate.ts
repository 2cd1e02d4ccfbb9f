import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
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

/** The keys of the certificates that this process has read. In evidence the text of a key would pass for a secret. */
const keys = new WeakMap<Certificate, KeyObject>();

/** Reads a certificate from PEM, or from bare base64. Undefined where it is none. Never throws. */
export const readCertificate = (text: string): Certificate | undefined => {
  const certificate = open(text);
  if (certificate === undefined) return undefined;
  const { publicKey } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  const read: Certificate = {
    subject: certificate.subject.split('\n').join(', '),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    spki: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    keyType: publicKey.asymmetricKeyType ?? 'unknown',
    ...defined({ bits }),
  };
  keys.set(read, publicKey);
  return read;
};

/** Whether a JWT was signed by the key of a certificate. Undefined: its key is not at hand, or is none for RS256. Never throws. */
export const isSignedBy = async (token: string, certificate: Certificate): Promise<boolean | undefined> => {
  const key = keys.get(certificate);
  if (key === undefined) return undefined;
  const { compactVerify, errors } = await import('jose');
  try {
    await compactVerify(token, key, { algorithms: ['RS256'] });
    return true;
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? false : undefined;
  }
};
