import type { Need } from './scopes.ts';

export const clientSends = ['secret', 'pkce', 'nothing'] as const;

export type ClientSends = (typeof clientSends)[number];

/** What the person says of the client, beyond who logs in and how. */
export type Client = {
  /** Empty: what the flow itself needs. */
  readonly needs: readonly Need[];
  /** What it sends beside its key; absent: nobody said. */
  readonly sends?: readonly ClientSends[];
  readonly callbackUrl?: string;
  /** Days before the end of a certificate from which on it is worth a warning. */
  readonly certWarnDays?: number;
};
