import { X509Certificate } from 'node:crypto';
import { deleteCertificate, uploadCertificate } from '../../../../state/admin.ts';
import type { Act } from '../../../../state/admin.ts';
import { textAt } from '../given.ts';
import { DeployProblem, missing } from '../problem.ts';
import { findNamed } from '../taker.ts';
import type { Delivery, Taker } from '../taker.ts';

const read = (content: string): X509Certificate => {
  try {
    return new X509Certificate(content);
  } catch {
    throw new DeployProblem('The certificate cannot be read.');
  }
};

const take = ({ act, fullName, given, content }: Delivery): void => {
  const label = textAt(given, 'masterLabel');
  if (label === undefined) throw missing('masterLabel');
  if (content === undefined) throw missing('content');
  const certificate = read(content);
  uploadCertificate(act, {
    developerName: fullName,
    label,
    expiresAt: Date.parse(certificate.validTo),
    keySize: certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
  });
};

const remove = (act: Act, fullName: string): void => {
  const found = findNamed(act.org.certificates, (one) => one.developerName, fullName);
  if (found !== undefined) deleteCertificate(act, found);
};

/** What the certificate itself says wins over the file beside it. */
export const certificate: Taker = {
  type: 'Certificate',
  heeds: ['masterLabel', 'expirationDate', 'keySize', 'caSigned'],
  keeps: ['privateKeyExportable', 'encryptedWithPlatformEncryption'],
  take,
  remove,
};
