import { minuteMs } from '../../model/index.ts';
import type { CauseId, Change, NearChange } from '../../model/index.ts';

const most = 5;

const isOneOf = (actions: readonly string[], { action }: Change): boolean =>
  actions.some((one) => one.toLowerCase() === action.toLowerCase());

/** Clocks of the trail and of Login History may differ a little. */
const slackMs = minuteMs;

/** Entries of one act have one minute. */
const minuteOf = ({ at }: Change): string => at.slice(0, 16);

/**
 * Nearest first. Login hours are written in an entry for each weekday, all in one minute: of those first the entry of the day on which it
 * failed, by UTC, since the zone of the hours cannot be read.
 */
const nearerOf = (failed: number): ((a: Change, b: Change) => number) => {
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(failed);
  const isOfDay = ({ display }: Change): number => Number(display.includes(day));
  return (a, b) =>
    minuteOf(b).localeCompare(minuteOf(a)) ||
    isOfDay(b) - isOfDay(a) ||
    Date.parse(b.at) - Date.parse(a.at) ||
    (a.display < b.display ? -1 : 1);
};

/**
 * The changes before the first failure, nearest first. `since`: the last success, before which nothing can have broken it
 * (but a week, since a change may work late). All times: epoch ms, UTC.
 */
export const nearChanges = (
  changes: readonly Change[],
  first: number,
  since: number,
  causes: readonly CauseId[],
  actionsOf: (id: CauseId) => readonly string[],
): readonly NearChange[] => {
  const actions = causes.flatMap(actionsOf);
  return changes
    .map((change): NearChange => {
      const beforeMs = Math.max(0, first - Date.parse(change.at));
      return { ...change, beforeMs, likely: isOneOf(actions, change) };
    })
    .filter(({ at }) => Date.parse(at) <= first + slackMs && Date.parse(at) >= since)
    .toSorted(nearerOf(first))
    .slice(0, most);
};

/** Whether one of these acts was done between the last success, where that is known, and the first failure. Epoch ms, UTC. */
export const isTurnedBy = (
  changes: readonly NearChange[],
  actions: readonly string[],
  lastSuccess: number | undefined,
): boolean =>
  lastSuccess !== undefined &&
  changes.some((change) => isOneOf(actions, change) && Date.parse(change.at) >= lastSuccess);
