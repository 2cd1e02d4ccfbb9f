import type { Flow } from '../model/index.ts';

/** What doctor and app check are both told of a login, and of how to look, before anything is checked. */
export type LoginGiven = {
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly username?: string | undefined;
  readonly app?: string | undefined;
  readonly flow?: Flow | undefined;
  readonly 'login-url'?: string | undefined;
  readonly 'source-ip'?: readonly string[] | undefined;
  readonly 'jwt-key-file'?: string | undefined;
  readonly 'client-secret-file'?: string | undefined;
  readonly login?: string | undefined;
  readonly offline: boolean;
  readonly 'no-probe': boolean;
  readonly attempt: boolean;
};
