import type { Purpose } from '../model/index.ts';
import { exchange, type Answer } from './exchange.ts';
import { loginBase } from './url.ts';

export type TokenRequest = {
  readonly loginUrl: string;
  readonly purpose: Extract<Purpose, 'key-probe' | 'login' | 'renewal'>;
  readonly form: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
};

/** One POST to the token endpoint of a login host. Never throws, never follows a redirect, never tries again. */
export const askToken = ({ loginUrl, ...request }: TokenRequest): Promise<Answer> =>
  exchange({ url: `${loginBase(loginUrl)}/services/oauth2/token`, ...request });
