import { valueOf } from '../model/index.ts';
import type { Evidence, Flow, NotLookedAt } from '../model/index.ts';

/** We send no password: that of a login by one of these nobody looked at. */
const byPassword: ReadonlySet<Flow | undefined> = new Set(['password', 'soap-login']);

/** What stands behind every gate, and no gate shows. */
export const notLookedAt = ({ integration, attempt, refusals }: Evidence): readonly NotLookedAt[] => [
  ...(byPassword.has(valueOf(integration)?.flow) ? (['password'] as const) : []),
  ...(attempt.state === 'known' ? [] : (['real-login'] as const)),
  ...(valueOf(refusals)?.length === 0 ? (['words'] as const) : []),
];
