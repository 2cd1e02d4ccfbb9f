import { valueOf } from '../model/index.ts';
import type { Evidence, Flow } from '../model/index.ts';
import { isPerson } from './integrations.ts';

/** How a login comes: by a flow, or at the login page, in a browser. Undefined: not known. */
export type Way = Flow | 'page' | undefined;

export const wayOf = ({ integration, loginRows }: Evidence): Way => {
  const flow = valueOf(integration)?.flow;
  const rows = valueOf(loginRows) ?? [];
  return flow ?? (rows.length > 0 && rows.every(isPerson) ? 'page' : undefined);
};
