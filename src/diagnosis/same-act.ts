import { localIn } from '../clues/hours.ts';
import type { Change } from '../model/index.ts';

/** When the login failed, in the zone of the org. */
export type FailedOn = { readonly at: string; readonly zone: string };

/** Entries of one act have one hand, one kind and one minute. */
const isSameAct = (one: Change, other: Change): boolean =>
  one.action === other.action && one.by === other.by && one.at.slice(0, 16) === other.at.slice(0, 16);

/** Login hours are written in an entry for each weekday: of one act, the entry of the day on which the login failed. */
export const ofItsDay = (change: Change, changes: readonly Change[], failed: FailedOn | undefined): Change => {
  const day = failed && localIn(failed.zone, failed.at)?.day;
  const [named, ...more] = changes.filter(
    (other) =>
      isSameAct(change, other) &&
      other.display
        .toLowerCase()
        .split(/\P{L}/u)
        .some((word) => word === day),
  );
  return named !== undefined && more.length === 0 ? named : change;
};
