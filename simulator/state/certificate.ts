import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bitString, explicit, implicit, integer, nothing, octets, oid, sequence, set, time, utf8, yes } from './der.ts';

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

const nameOf = (commonName: string): Buffer => sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));

const publicKeyOf = (privateKey: string): Buffer =>
  createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' });

/** Who signs: by its name, and with its key. */
export type Issuer = Pick<CertificateOptions, 'privateKey' | 'commonName'>;

/** A certificate (sha256WithRSAEncryption), PEM. `from`, `to`: epoch ms. */
export const signedBy = (
  issuer: Issuer,
  { privateKey, commonName, from, to }: CertificateOptions,
  extensions: readonly Buffer[] = [],
): string => {
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing());
  const serial = randomBytes(15);
  serial[0] = ((serial[0] ?? 0) & 127) | 64;
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    nameOf(issuer.commonName),
    sequence(time(from), time(to)),
    nameOf(commonName),
    publicKeyOf(privateKey),
    ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
  );
  return pem(sequence(body, algorithm, bitString(sign('sha256', body, createPrivateKey(issuer.privateKey)))));
};

export const selfSigned = (options: CertificateOptions): string => signedBy(options, options);

/** What names a key in the certificates that it stands in or signs. */
const keyIdOf = (privateKey: string): Buffer => createHash('sha1').update(publicKeyOf(privateKey)).digest();

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [yes()] : []), octets(value));

/** What makes a certificate one that signs others: RFC 5280, 4.2.1. */
export const authorityExtensions = (own: Issuer): readonly Buffer[] => [
  extension('2.5.29.19', sequence(yes()), true),
  // keyCertSign and cRLSign
  extension('2.5.29.15', bitString(Buffer.from([0x06]), 1), true),
  extension('2.5.29.14', octets(keyIdOf(own.privateKey))),
];

/** What makes a certificate that of a server of these names. */
export const serverExtensions = (issuer: Issuer, own: Issuer, names: readonly string[]): readonly Buffer[] => [
  extension('2.5.29.19', sequence(), true),
  // digitalSignature and keyEncipherment
  extension('2.5.29.15', bitString(Buffer.from([0xa0]), 5), true),
  extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', sequence(...names.map((name) => implicit(2, Buffer.from(name, 'ascii'))))),
  extension('2.5.29.14', octets(keyIdOf(own.privateKey))),
  extension('2.5.29.35', sequence(implicit(0, keyIdOf(issuer.privateKey)))),
];
