import { orgFacts, type AskableOrg } from '../../evidence/org/index.ts';
import type { Asking } from '../../evidence/waves.ts';
import { isSameStatus } from '../../recognition/status-book/index.ts';
import type { Fact, PasswordPolicy } from '../../model/index.ts';
import { rowsOf, type Piece } from '../piece.ts';
import { iso } from '../times.ts';

/** From so many wrong passwords on it matters after how many the org locks. */
const fewest = 3;

/** After how many wrong passwords the org locks a user, where there are some; undefined where there are none. */
export const readPolicy = function* (
  org: AskableOrg,
  failures: readonly Piece[],
  now: number,
): Asking<Fact<PasswordPolicy> | undefined> {
  const wrong = rowsOf(failures.filter(({ status }) => isSameStatus(status, 'Invalid Password')));
  if (wrong < fewest) return undefined;
  const { passwordPolicy } = yield* orgFacts(org, {
    integration: { sourceIps: [] },
    wanted: new Set(['passwordPolicy']),
    now: iso(now),
  });
  return passwordPolicy;
};
