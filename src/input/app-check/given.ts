import type { ClientSends, Combination, Need } from '../../model/index.ts';
import type { Flow } from '../../model/index.ts';

/** The flags of a check as they were parsed, before anything is checked. */
export type CheckGiven = {
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly username?: string | undefined;
  readonly app?: string | undefined;
  readonly flow?: Flow | undefined;
  readonly 'login-url'?: string | undefined;
  readonly 'source-ip'?: readonly string[] | undefined;
  readonly 'ip-ranges-file'?: string | undefined;
  readonly region?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly 'jwt-key-file'?: string | undefined;
  readonly 'client-secret-file'?: string | undefined;
  readonly login?: string | undefined;
  readonly needs?: ReadonlyArray<Need | Combination> | undefined;
  readonly 'callback-url'?: string | undefined;
  readonly 'client-sends'?: readonly ClientSends[] | undefined;
  readonly 'cert-warn-days': number;
  readonly all: boolean;
  /** Minutes. */
  readonly wait?: number | undefined;
  readonly stable?: number | undefined;
  readonly 'max-tries'?: number | undefined;
  readonly offline: boolean;
  readonly 'no-probe': boolean;
  readonly attempt: boolean;
};
