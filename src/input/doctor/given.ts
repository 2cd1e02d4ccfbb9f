import type { Flow } from '../../model/index.ts';

/** The flags of a diagnosis as they were parsed, before anything is checked. */
export type Given = {
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly username?: string | undefined;
  readonly app?: string | undefined;
  readonly flow?: Flow | undefined;
  readonly 'login-url'?: string | undefined;
  readonly 'source-ip'?: readonly string[] | undefined;
  readonly 'jwt-key-file'?: string | undefined;
  readonly 'client-secret-file'?: string | undefined;
  readonly 'assertion-file'?: string | undefined;
  readonly 'token-file'?: string | undefined;
  readonly 'sfdx-url-file'?: string | undefined;
  readonly login?: string | undefined;
  readonly error?: string | undefined;
  readonly 'error-file'?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly offline: boolean;
  readonly 'no-probe': boolean;
  readonly attempt: boolean;
  readonly introspect?: boolean | undefined;
  readonly last?: boolean | undefined;
  readonly evidence?: string | undefined;
  readonly 'save-evidence'?: string | undefined;
};
