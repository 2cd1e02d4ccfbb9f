import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bitString, explicit, integer, nothing, oid, sequence, set, time, utf8 } from './der.ts';

const made = new Map<string, string>();

/** An RSA private key in PKCS#8 PEM. Making one is slow, so a name gets the same key all through the process. */
export const privateKeyFor = (name: string, bits = 2048): string => {
  const known = made.get(`${name} ${bits}`);
  if (known !== undefined) return known;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  made.set(`${name} ${bits}`, pem);
  return pem;
};

export type CertificateOptions = { privateKey: string; commonName: string; from: number; to: number };

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END CERTIFICATE-----\n`;

/** A self-signed certificate (sha256WithRSAEncryption), PEM. `from`, `to`: epoch ms. */
export const selfSigned = ({ privateKey, commonName, from, to }: CertificateOptions): string => {
  const key = createPrivateKey(privateKey);
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing());
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
  const serial = randomBytes(15);
  serial[0] = ((serial[0] ?? 0) & 127) | 64;
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  return pem(sequence(body, algorithm, bitString(sign('sha256', body, key))));
};
