import { dimensions, type Dimension, type Gap, type LoginGroup, type Untold } from '../tally/group.ts';
import { countWindows, type Counted } from './count-windows.ts';
import type { LoginHistory } from './history.ts';
import { groupsWithin, type Hours } from './hours.ts';
import { sumOf } from './sides.ts';
import type { Survey } from './survey.ts';
import { cut, dayMs, hourMs, type Window } from './window.ts';

export type SuccessCount = {
  readonly groups: readonly LoginGroup[];
  readonly untold: readonly Untold[];
  readonly gaps: readonly Gap[];
};

type Request = {
  readonly window: Window;
  readonly condition: string;
  readonly survey: Survey;
  /** What is left where even the days have too many groups. */
  readonly hours: Hours;
};

/** Up to here successes are counted by hour, beyond by day. */
const byHourMs = 8 * dayMs;

const mostRequests = 2;
const plannedParts = 38;

export const successDimensions = ['status', 'application', 'loginType', 'user'] as const satisfies readonly Dimension[];

const onlySuccesses = (groups: readonly LoginGroup[]): readonly LoginGroup[] => groups.filter(({ success }) => success);

/** Successes by application, login type and user; without the user where there are too many of them. */
export const countSuccesses = async (history: LoginHistory, request: Request): Promise<SuccessCount> => {
  const { window, condition, survey, hours } = request;
  const bucket = window.to - window.from <= byHourMs ? 'hour' : 'day';
  const days = Math.max(1, (window.to - window.from) / dayMs);
  const daily = bucket === 'hour' ? survey.daily * 6 : survey.daily;
  const pieces = Math.ceil((days * daily) / (history.mostGroups * 0.7));
  const groupable = successDimensions.filter((one) => history.fields.groupable.has(one));
  const isFine = pieces <= plannedParts;
  const wanted = isFine ? groupable : groupable.filter((one) => one !== 'user');
  const counted: Counted = await countWindows(history, {
    cube: { dimensions: wanted, bucket },
    orders: [],
    windows: cut(window, isFine ? pieces : plannedParts, bucket === 'hour' ? hourMs : dayMs),
    condition,
    rowsIn: survey.rowsIn,
    mostRequests,
  });
  const told = onlySuccesses(counted.groups);
  const coarse = onlySuccesses(groupsWithin(hours.groups, counted.tooMany));
  const untold = (left: readonly Dimension[], groups: readonly LoginGroup[]): readonly Untold[] =>
    sumOf(groups) === 0 ? [] : left.map((dimension) => ({ dimension, rows: sumOf(groups) }));
  const apartFrom = (some: readonly Dimension[]): readonly Dimension[] =>
    dimensions.filter((one) => !some.includes(one));
  return {
    groups: [...told, ...coarse],
    untold: [...untold(apartFrom(wanted), told), ...untold(apartFrom(['status', 'application']), coarse)],
    gaps: counted.gaps,
  };
};
