/** Just enough DER to write an X.509 certificate: Node can read them but not make them. */
const length = (n: number): Buffer => {
  if (n < 128) return Buffer.from([n]);
  const bytes: number[] = [];
  for (let rest = n; rest > 0; rest >>>= 8) bytes.unshift(rest & 255);
  return Buffer.from([128 | bytes.length, ...bytes]);
};

const element = (tag: number, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), length(body.length), body]);
};

export const sequence = (...content: Buffer[]): Buffer => element(0x30, ...content);
export const set = (...content: Buffer[]): Buffer => element(0x31, ...content);
export const nothing = (): Buffer => element(0x05);
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
export const octets = (content: Buffer): Buffer => element(0x04, content);
export const yes = (): Buffer => element(0x01, Buffer.from([255]));
/** `unused`: bits at its end that stand for nothing. */
export const bitString = (content: Buffer, unused = 0): Buffer => element(0x03, Buffer.from([unused]), content);
export const explicit = (n: number, content: Buffer): Buffer => element(0xa0 | n, content);
export const implicit = (n: number, content: Buffer): Buffer => element(0x80 | n, content);

/** A positive integer from its bytes. */
export const integer = (bytes: Buffer): Buffer =>
  element(0x02, (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);

export const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const arc = (n: number): number[] => (n < 128 ? [n] : [...arc(n >>> 7).map((byte) => byte | 128), n & 127]);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(arc)]));
};

/** UTCTime to 2049, GeneralizedTime after. */
export const time = (at: number): Buffer => {
  const stamp = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '');
  return Number(stamp.slice(0, 4)) < 2050
    ? element(0x17, Buffer.from(stamp.slice(2), 'ascii'))
    : element(0x18, Buffer.from(stamp, 'ascii'));
};
