import { createHash, X509Certificate } from 'node:crypto';

const int32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};

/** Length in two bytes, and the text. */
const utf = (text: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([length, Buffer.from(text, 'ascii')]);
};

/** Java's own default. */
const password = 'changeit';

/** UTF-16, high byte first. */
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/**
 * A trust store of Java (JKS) that holds one authority. Format: `JavaKeyStore.engineStore` of OpenJDK,
 * https://github.com/openjdk/jdk/blob/master/src/java.base/share/classes/sun/security/provider/JavaKeyStore.java
 */
export const trustStore = (certificate: string): Buffer => {
  const { raw } = new X509Certificate(certificate);
  const [magic, version, entries, trusted, createdAt] = [0xfe_ed_fe_ed, 2, 1, 2, 0];
  const body = Buffer.concat([
    ...[magic, version, entries, trusted].map(int32),
    utf('simulated-authority'),
    int32(0),
    int32(createdAt),
    utf('X.509'),
    int32(raw.length),
    raw,
  ]);
  const digest = createHash('sha1').update(wide(password)).update('Mighty Aphrodite').update(body).digest();
  return Buffer.concat([body, digest]);
};
