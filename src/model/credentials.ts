import type { Shape } from './swapped.ts';

/** A certificate, read by us. `spki` is the SHA-256 of the public key in hex: what pairs with a private key. */
export type Certificate = {
  readonly subject: string;
  /** UTC, ISO 8601. */
  readonly notBefore: string;
  /** UTC, ISO 8601. */
  readonly notAfter: string;
  readonly spki: string;
  readonly keyType: string;
  readonly bits?: number;
};

export type KeyProblem =
  | 'missing'
  | 'key-for-path'
  | 'unreadable'
  | 'empty'
  | 'not-a-private-key'
  | 'certificate-instead'
  | 'public-key-instead'
  | 'needs-passphrase'
  | 'openssh-format'
  | 'base64-only'
  | 'line-breaks-lost'
  | 'truncated'
  | 'not-rsa';

/** The private key file, as far as it may be told: never the key itself. */
export type KeyFile =
  | { readonly state: 'usable'; readonly path: string; readonly spki: string; readonly bits: number }
  | { readonly state: 'unusable'; readonly path: string; readonly problem: KeyProblem };

/** Whether a login can be made by what is stored. An access token alone makes none. */
export const isTriable = ({ kind }: StoredLogin): boolean => kind === 'jwt' || kind === 'refresh-token';

/** A login stored by the CLI on this machine, without its secrets. */
export type StoredLogin = {
  readonly username: string;
  readonly alias?: string;
  readonly orgId?: string;
  readonly instanceUrl?: string;
  readonly loginUrl?: string;
  /** Absent where what stands there is a secret. */
  readonly clientId?: string;
  /** What stands in the place of the consumer key, where it is something else. */
  readonly clientIdIs?: Shape;
  readonly kind: 'jwt' | 'refresh-token' | 'access-token' | 'unknown';
  readonly keyFile?: string;
  /** Whether a consumer secret is stored with it. */
  readonly secret?: boolean;
  /** False where the file stands but its secrets cannot be decrypted with the key on this machine. */
  readonly decrypts: boolean;
};
