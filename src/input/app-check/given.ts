import type { ClientSends, Combination, Need } from '../../model/index.ts';
import type { LoginGiven } from '../login-given.ts';

/** The flags of a check as they were parsed, before anything is checked. */
export type CheckGiven = LoginGiven & {
  readonly 'ip-ranges-file'?: string | undefined;
  readonly region?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly needs?: ReadonlyArray<Need | Combination> | undefined;
  readonly 'callback-url'?: string | undefined;
  readonly 'client-sends'?: readonly ClientSends[] | undefined;
  readonly 'cert-warn-days': number;
  readonly all: boolean;
  /** Minutes. */
  readonly wait?: number | undefined;
  readonly stable?: number | undefined;
  readonly 'max-tries'?: number | undefined;
};
