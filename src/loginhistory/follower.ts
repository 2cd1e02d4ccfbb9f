import { defined } from '../model/index.ts';
import type { Followed } from '../model/index.ts';
import { checkThreshold, type Threshold } from './alarms/threshold.ts';
import { attemptMs, incidentsOf, mostRows, type Incident } from './incidents.ts';
import { inTime, loginOf, readingOf, type Piece } from './piece.ts';
import { iso } from './times.ts';

export type FollowTotals = {
  readonly failures: number;
  readonly successes: number;
  readonly incidents: number;
  readonly exceeded: boolean;
};

export type Follower = {
  /** New rows, each once; gives what is to be told of them. */
  readonly take: (rows: readonly Piece[]) => readonly Followed[];
  readonly totals: () => FollowTotals;
};

type Open = { first: number; rows: number };

const named = (of: { readonly user?: string; readonly application?: string }, nameOf: (user: string) => string) => ({
  ...(of.user === undefined ? {} : { user: nameOf(of.user) }),
  ...defined({ app: of.application }),
});

/** Puts rows together as they come. Pure but for what it remembers: nothing older than the threshold's window. */
export const follower = (threshold: Threshold | undefined, nameOf: (user: string) => string): Follower => {
  const open = new Map<string, Open>();
  const failing = new Map<string, number>();
  let recent: Piece[] = [];
  /** Until when the threshold was last told to be exceeded. */
  let told = -Infinity;
  const totals = { failures: 0, successes: 0, incidents: 0, exceeded: false };

  const failed = (incident: Incident): Followed => {
    const { user, application, sourceIp, first, rows, statuses } = incident;
    const key = JSON.stringify([user, application, sourceIp]);
    const before = open.get(key);
    const continues =
      before !== undefined && incident.last - before.first <= attemptMs && before.rows + rows <= mostRows;
    if (continues) before.rows += rows;
    else {
      open.set(key, { first, rows });
      totals.incidents += incident.attempts.atLeast;
    }
    const [status = ''] = statuses;
    const { recognised, decides, suspects } = readingOf(status);
    return {
      kind: 'failed',
      at: iso(first),
      ...named({ ...defined({ user, application }) }, nameOf),
      ...defined({ sourceIp }),
      status: statuses.join(', '),
      recognised,
      ...defined({ decides }),
      suspects,
      rows,
      continues,
    };
  };

  const worksAgain = (piece: Piece): readonly Followed[] => {
    const lastFailure = failing.get(loginOf(piece));
    if (lastFailure === undefined || piece.last <= lastFailure) return [];
    failing.delete(loginOf(piece));
    return [{ kind: 'works-again', at: iso(piece.last), ...named(piece, nameOf), lastFailure: iso(lastFailure) }];
  };

  const exceeded = (failures: readonly Piece[]): readonly Followed[] => {
    if (threshold === undefined || failures.length === 0) return [];
    recent = [...recent, ...failures];
    const newest = Math.max(...recent.map(({ last }) => last));
    recent = recent.filter(({ last }) => last > newest - threshold.windowMs);
    const result = checkThreshold(recent, threshold);
    if (result.state !== 'exceeded' || result.highest === undefined) return [];
    totals.exceeded = true;
    const [from, to] = [Date.parse(result.highest.from), Date.parse(result.highest.to)];
    if (from < told) return [];
    told = to;
    return [{ kind: 'exceeded', at: iso(newest), threshold: result }];
  };

  return {
    totals: () => ({ ...totals }),
    take: (rows) => {
      const sorted = rows.toSorted(inTime);
      const failures = sorted.filter(({ success }) => !success);
      totals.failures += failures.length;
      totals.successes += sorted.length - failures.length;
      const shown: Followed[] = incidentsOf(failures).map(failed);
      for (const piece of failures) failing.set(loginOf(piece), Math.max(failing.get(loginOf(piece)) ?? 0, piece.last));
      const healed = sorted.filter(({ success }) => success).flatMap(worksAgain);
      return [
        ...[...shown, ...healed].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
        ...exceeded(failures),
      ];
    },
  };
};
