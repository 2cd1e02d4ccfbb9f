import { query } from '../../../evidence/org/soql.ts';
import type { Asking } from '../../../evidence/waves.ts';
import { dimensions, type Dimension, type Gap, type LoginGroup, type Untold } from '../tally/group.ts';
import { countWindows } from './count-windows.ts';
import { cubeSoql, groupsIn, type Cube } from './cube.ts';
import type { LoginHistory } from './history.ts';
import type { Outline } from './outline.ts';
import { send } from './send.ts';
import { sumOf } from './sides.ts';
import { sized, spansOf } from './spans.ts';
import { countByUser } from './successes-by-user.ts';
import { cut, dayMs, hourMs, joined, type Window } from './window.ts';

export type SuccessCount = {
  readonly groups: readonly LoginGroup[];
  readonly untold: readonly Untold[];
  readonly gaps: readonly Gap[];
};

/** Up to here successes are counted by hour, beyond by day. */
const byHourMs = 8 * dayMs;

/** Queries of the first try, with what must be cut, and by status alone. */
const plannedParts = 25;
const mostParts = 50;
const leftParts = 25;

/** Pieces of a long window that are counted first, to know how many groups there are: by night and by day. */
const sampleMs = 6 * hourMs;

/** Days differ. */
const margin = 1.3;

export const successDimensions = ['status', 'application', 'loginType', 'user'] as const satisfies readonly Dimension[];

const bucketOf = ({ from, to }: Window): 'hour' | 'day' => (to - from <= byHourMs ? 'hour' : 'day');

const stepOf = (window: Window): number => (bucketOf(window) === 'hour' ? hourMs : dayMs);

/** `by`: what else the caller filters by. */
const cubeFor = ({ fields }: LoginHistory, window: Window, by: readonly Dimension[]): Cube => ({
  dimensions: dimensions.filter((one) => fields.groupable.has(one) && [...successDimensions, ...by].includes(one)),
  bucket: bucketOf(window),
});

const samplesOf = ({ from, to }: Window): readonly Window[] => {
  if (to - from <= dayMs) return [{ from, to }];
  if (bucketOf({ from, to }) === 'day') return [{ from: to - dayMs, to }];
  return [0, 12 * hourMs].map((back) => ({ from: to - back - sampleMs, to: to - back }));
};

export type Sample = {
  /** Groups in an hour or a day, as the fuller sample has it; Infinity where that was too much for one answer. */
  readonly perSpan: number;
  /** The groups, where the sample was all there is. */
  readonly whole?: readonly LoginGroup[];
};

/** Counts a piece of the window, to plan the rest. Of a short window it is all there is to count. */
export const sampleSuccesses = function* (
  history: LoginHistory,
  window: Window,
  condition: string,
  by: readonly Dimension[],
): Asking<Sample> {
  const cube = cubeFor(history, window, by);
  const samples = samplesOf(window);
  const answered = yield* send(
    samples.map((of) => ({ request: query(cubeSoql(cube, of, condition, history.fields)), rows: 0, of })),
  );
  const counted = answered.map(({ of, answer }) => {
    const groups = groupsIn(answer, cube, of);
    return { groups, perSpan: answer.ok ? groups.length / Math.max(1, (of.to - of.from) / stepOf(window)) : Infinity };
  });
  const perSpan = Math.max(1, ...counted.map((one) => one.perSpan));
  const [only] = counted;
  const isWhole = samples[0]?.from === window.from && only !== undefined && Number.isFinite(perSpan);
  return { perSpan, ...(isWhole ? { whole: only.groups } : {}) };
};

const onlySuccesses = (groups: readonly LoginGroup[]): readonly LoginGroup[] => groups.filter(({ success }) => success);

const untoldIn = (groups: readonly LoginGroup[], told: readonly Dimension[]): readonly Untold[] => {
  const rows = sumOf(groups);
  return rows === 0 ? [] : dimensions.filter((one) => !told.includes(one)).map((dimension) => ({ dimension, rows }));
};

type Request = {
  readonly window: Window;
  readonly condition: string;
  readonly outline: Outline;
  readonly sample: Sample;
  readonly by: readonly Dimension[];
};

const isWithin = ({ hour, span }: LoginGroup, { from, to }: Window): boolean => hour >= from && hour + span <= to;

type ByUser = { readonly groups: readonly LoginGroup[]; readonly tooMany: readonly Window[] };

/** What cannot be counted by its days, by its users; where the caller does not ask for them, or they are too many too, it stays. */
const byUsers = function* (
  history: LoginHistory,
  tooMany: readonly Window[],
  { condition, outline, by, dimensions: told }: Request & Pick<Cube, 'dimensions'>,
): Asking<ByUser> {
  if (!by.includes('user')) return { groups: [], tooMany };
  const [groups, left]: [LoginGroup[], Window[]] = [[], []];
  for (const window of joined(tooMany)) {
    const successes = sumOf(outline.groups.filter((one) => one.success && isWithin(one, window)));
    const counted = yield* countByUser(history, {
      window,
      condition,
      dimensions: told,
      rows: outline.rowsIn(window),
      successes,
    });
    if (counted === undefined) left.push(window);
    else groups.push(...counted);
  }
  return { groups, tooMany: left };
};

/** Successes by application, login type and user; without the user where there are too many of them. */
export const countSuccesses = function* (history: LoginHistory, request: Request): Asking<SuccessCount> {
  const { window, condition, outline, sample, by } = request;
  const cube = cubeFor(history, window, by);
  if (sample.whole !== undefined) {
    const groups = onlySuccesses(sample.whole);
    return { groups, untold: untoldIn(groups, cube.dimensions), gaps: [] };
  }
  const common = { orders: [], condition, rowsIn: outline.rowsIn };
  const room = Math.floor(history.mostGroups * 0.9);
  const fine = sized(spansOf(outline.groups, window, stepOf(window)), Math.ceil(sample.perSpan * margin), room);
  const isFine = fine.length <= plannedParts;
  const wanted: Cube = isFine
    ? cube
    : { ...cube, dimensions: cube.dimensions.filter((one) => one !== 'user' || by.includes(one)) };
  const isByUser = by.includes('user');
  // Too many groups for its days: they are not tried where the users can be gone through.
  const told =
    isFine || !isByUser
      ? yield* countWindows(history, {
          ...common,
          cube: wanted,
          windows: isFine ? fine : cut(window, plannedParts, stepOf(window)),
          mostParts,
        })
      : { groups: [], tooMany: [window], gaps: [] };
  const users = yield* byUsers(history, told.tooMany, { ...request, dimensions: wanted.dimensions });
  const rest: Cube = { dimensions: ['status'], bucket: 'hour' };
  const coarse = yield* countWindows(history, { ...common, cube: rest, windows: users.tooMany, mostParts: leftParts });
  const [groups, left] = [onlySuccesses([...told.groups, ...users.groups]), onlySuccesses(coarse.groups)];
  return {
    groups: [...groups, ...left],
    untold: [...untoldIn(groups, wanted.dimensions), ...untoldIn(left, rest.dimensions)],
    gaps: [...told.gaps, ...coarse.gaps, ...coarse.tooMany.map((one): Gap => ({ ...one, why: 'too-many-rows' }))],
  };
};
