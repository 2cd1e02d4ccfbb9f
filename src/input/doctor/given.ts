import type { LoginGiven } from '../login-given.ts';

/** The flags of a diagnosis as they were parsed, before anything is checked. */
export type Given = LoginGiven & {
  readonly 'assertion-file'?: string | undefined;
  readonly 'token-file'?: string | undefined;
  readonly 'sfdx-url-file'?: string | undefined;
  readonly error?: string | undefined;
  readonly 'error-file'?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly introspect?: boolean | undefined;
  readonly last?: boolean | undefined;
  readonly evidence?: string | undefined;
  readonly 'save-evidence'?: string | undefined;
};
