import { minuteMs } from '../../model/index.ts';
import type { CauseId, Change, NearChange } from '../../model/index.ts';

const most = 5;

/** Clocks of the trail and of Login History may differ a little. */
const slackMs = minuteMs;

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
  const actions = new Set(causes.flatMap(actionsOf).map((action) => action.toLowerCase()));
  return changes
    .map((change): NearChange => {
      const beforeMs = Math.max(0, first - Date.parse(change.at));
      return { ...change, beforeMs, likely: actions.has(change.action.toLowerCase()) };
    })
    .filter(({ at }) => Date.parse(at) <= first + slackMs && Date.parse(at) >= since)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.display < b.display ? -1 : 1))
    .slice(0, most);
};
