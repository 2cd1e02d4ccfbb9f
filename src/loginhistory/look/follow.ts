import { askThrough } from '../../evidence/org-ask.ts';
import { defined } from '../../model/index.ts';
import type { Followed } from '../../model/index.ts';
import { labelsOf, nameApps } from '../around/apps.ts';
import { pieceOfRow } from '../around/contexts.ts';
import { filterBy } from '../filter.ts';
import { follower, type FollowTotals } from '../follower.ts';
import { usersAsked } from './org.ts';
import { follow, type FollowStep, type OpenHistory, usernamesOf } from '../reading/index.ts';
import type { FailuresRequest } from '../request.ts';
import { iso } from '../times.ts';

export type Following = {
  readonly history: OpenHistory;
  readonly request: FailuresRequest;
  readonly intervalMs: number;
  readonly signal: AbortSignal;
  /** Called once, when the following has begun: what comes after is new. */
  readonly begun: () => Promise<void>;
  readonly tell: (told: Followed) => void;
  /** Waits between two looks. */
  readonly wait?: (ms: number) => Promise<void>;
};

/**
 * Tells of new rows as they come, each once, until the signal is given. The following begins before `begun` is called, so that no
 * row can fall between what that shows and what is told after it.
 */
export const followOrg = async (following: Following): Promise<FollowTotals> => {
  const { history, request, intervalMs, signal, begun, tell, wait } = following;
  const { port } = history;
  const names: Record<string, string> = {
    ...(await askThrough(port, usersAsked(port, request.filters.usernames))),
  };
  const nameOf = (user: string): string => names[user] ?? user;
  const { apps } = request.filters;
  const appsNamed = await askThrough(port, nameApps(port, apps, new Set(), request.now));
  const keep = filterBy({ ...request.filters, usernames: [], apps: labelsOf(apps, appsNamed) }, nameOf);
  const users = Object.keys(names);
  const told = follower(request.threshold, nameOf);
  const learn = async ({ rows }: FollowStep): Promise<void> => {
    const unknown = [...new Set(rows.flatMap(({ user }) => (user === undefined || user in names ? [] : [user])))];
    Object.assign(names, await askThrough(port, usernamesOf(unknown)));
  };
  let isBegun = false;
  const steps = follow(history, { users, intervalMs, signal, ...defined({ wait }) });
  for await (const step of steps) {
    if (!isBegun && step.trouble === undefined) {
      isBegun = true;
      await begun();
    }
    if (step.trouble !== undefined) {
      const { code, trouble = 'unreachable' } = step.trouble;
      tell({ kind: 'trouble', at: iso(Date.now()), code: code ?? trouble });
    }
    await learn(step);
    for (const one of told.take(step.rows.map(pieceOfRow).filter(keep))) tell(one);
  }
  return told.totals();
};
