import { randomUUID } from 'node:crypto';
import { authorityExtensions, privateKeyFor, serverExtensions, signedBy } from '../state/certificate.ts';
import type { Issuer } from '../state/certificate.ts';

type Identity = { readonly key: string; readonly cert: string };

/** A certificate authority that nobody knows but those who are given its certificate. */
export type Authority = {
  /** PEM. */
  readonly certificate: string;
  /** For a server of these names. */
  readonly identify: (names: readonly string[]) => Identity;
};

const day = 24 * 3600 * 1000;

/** As long as the key lives in this process, and no longer than public certificates do. */
const life = 30 * day;

const issuer = (commonName: string): Issuer => ({
  privateKey: privateKeyFor(`${commonName} ${randomUUID()}`),
  commonName,
});

/** Made anew each time, by the machine's own clock: it is the machine's programs that are to trust it. */
export const createAuthority = (now = Date.now()): Authority => {
  const valid = { from: now - day, to: now + life };
  const root = issuer('Simulated Salesforce, this machine only');
  return {
    certificate: signedBy(root, { ...root, ...valid }, authorityExtensions(root)),
    identify: (names) => {
      const own = issuer(names[0] ?? '');
      return {
        key: own.privateKey,
        cert: signedBy(root, { ...own, ...valid }, serverExtensions(root, own, names)),
      };
    },
  };
};
