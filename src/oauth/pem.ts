/** One PEM block, or what is left of one: text may lie before and after it. */
export type PemBlock = {
  /** What stands in the first line: `PRIVATE KEY`, `CERTIFICATE` ... */
  readonly label: string;
  readonly body: string;
  /** False where the last line is missing. */
  readonly closed: boolean;
};

/** The PEM blocks of a text, whatever became of its line breaks. Linear in the length of the text. */
export const pemBlocks = (text: string): readonly PemBlock[] =>
  text
    .split('-----BEGIN ')
    .slice(1)
    .flatMap((piece) => {
      const endOfLabel = piece.indexOf('-----');
      if (endOfLabel < 0) return [{ label: piece.trim(), body: '', closed: false }];
      const label = piece.slice(0, endOfLabel);
      const rest = piece.slice(endOfLabel + 5);
      const end = rest.indexOf(`-----END ${label}-----`);
      return [{ label, body: end < 0 ? rest : rest.slice(0, end), closed: end >= 0 }];
    });

/** What is written `\n` in an environment variable, and every other white space, gone. */
export const base64Of = (body: string): string => body.replaceAll(/\\[rnt]|\s/gu, '');

/** The block as OpenSSL wants it: 64 characters a line. */
export const rewrap = ({ label, body }: PemBlock): string =>
  [`-----BEGIN ${label}-----`, ...(base64Of(body).match(/.{1,64}/gu) ?? []), `-----END ${label}-----`, ''].join('\n');

/**
 * Whether the DER bytes are fewer than their own first length announces.
 * Source: X.690, 8.1.3: tag, then one length byte, or 0x80 + n and n length bytes.
 */
export const endsTooSoon = (der: Uint8Array): boolean => {
  const first = der[1];
  if (der[0] !== 0x30 || first === undefined) return false;
  if (first < 0x80) return der.length < 2 + first;
  const count = first - 0x80;
  const announced = der.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return der.length < 2 + count + announced;
};
