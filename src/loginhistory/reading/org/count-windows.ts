import { defined } from '../../../model/index.ts';
import { whyNot } from '../../../evidence/denial.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgRefusal } from '../../../evidence/org-wire.ts';
import type { Asking } from '../../../evidence/waves.ts';
import type { Gap, LoginGroup } from '../tally/group.ts';
import { cubeSoql, groupsIn, merged, type Cube } from './cube.ts';
import type { LoginHistory } from './history.ts';
import { send, type Answered, type Part } from './send.ts';
import { dayMs, hourMs, split, type Window } from './window.ts';

export type WindowsRequest = {
  readonly cube: Omit<Cube, 'order'>;
  /** Which side of the successes, in the order of the statuses, is wanted; none: all groups. */
  readonly orders: ReadonlyArray<'ASC' | 'DESC'>;
  readonly windows: readonly Window[];
  /** SOQL behind the time: ` AND ...`, or empty. */
  readonly condition: string;
  /** About how many rows a window holds. */
  readonly rowsIn: (window: Window) => number;
  /** Groups of one side that are worth asking for in a window: with one more than can be, a success stands behind them. */
  readonly limitFor?: (window: Window) => number;
  /** Queries, before it is given up. */
  readonly mostParts: number;
};

export type WindowsCount = {
  readonly groups: readonly LoginGroup[];
  /** Windows with too many groups, however small, or for which the budget did not suffice. */
  readonly tooMany: readonly Window[];
  readonly gaps: readonly Gap[];
  readonly refusal?: OrgRefusal;
};

type Turn = { readonly window: Window; readonly order: Cube['order']; readonly limit: number };

export const gapOf = (window: Window, refusal: OrgRefusal): Gap => {
  const no = whyNot(refusal);
  const why = no === 'timed-out' || no === 'unreachable' ? no : 'refused';
  return { ...window, why, ...defined({ code: refusal.code }) };
};

export const isTooMuch = (refusal: OrgRefusal): boolean =>
  refusal.code === 'EXCEEDED_ID_LIMIT' || whyNot(refusal) === 'timed-out';

/** The groups before the first success; undefined where none came, so that there may be more. */
const side = (groups: readonly LoginGroup[]): readonly LoginGroup[] | undefined => {
  const success = groups.findIndex((group) => group.success);
  return success === -1 ? undefined : groups.slice(0, success);
};

type Got = Pick<Turn, 'order' | 'limit'> & { readonly groups: readonly LoginGroup[] };

/** The groups of a window from its sides; undefined where they are not all there. */
const whole = (got: readonly Got[]): readonly LoginGroup[] | undefined => {
  const complete = got.find(({ order, groups, limit }) => order === undefined || groups.length < limit);
  if (complete !== undefined) return complete.groups;
  const sides = got.map(({ groups }) => side(groups));
  return sides.every((one) => one !== undefined) ? merged(sides.flat()) : undefined;
};

const steps = { hour: hourMs, day: dayMs } as const;

type Settled = { groups: LoginGroup[]; gaps: Gap[]; again: Window[]; tooMany: Window[]; refusals: OrgRefusal[] };

const settle = (
  window: Window,
  answers: ReadonlyArray<Answered<Turn>>,
  cube: WindowsRequest['cube'],
  into: Settled,
): void => {
  const refusals = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer]));
  const hard = refusals.find((refusal) => !isTooMuch(refusal));
  into.refusals.push(...refusals);
  if (hard !== undefined) {
    into.gaps.push(gapOf(window, hard));
    return;
  }
  const got = answers.map(({ of, answer }): Got => ({ ...of, groups: groupsIn(answer, cube, window) }));
  const groups = refusals.length > 0 ? undefined : whole(got);
  const smaller = groups === undefined && cube.bucket !== 'window' ? split(window, steps[cube.bucket]) : [];
  if (groups !== undefined) into.groups.push(...groups);
  else if (smaller.length > 0) into.again.push(...smaller);
  else into.tooMany.push(window);
};

/** Where all rows fit into one answer there is no need for sides. */
const sidesFor = ({ orders, rowsIn }: WindowsRequest, window: Window, most: number): ReadonlyArray<Cube['order']> =>
  orders.length === 0 || rowsIn(window) <= most * 0.8 ? [undefined] : orders;

const turnsOf = (asked: WindowsRequest, window: Window, most: number): readonly Turn[] => {
  const limit = Math.min(most, asked.limitFor?.(window) ?? most);
  return sidesFor(asked, window, most).map((order): Turn => ({ window, order, limit }));
};

const partOf = (
  { cube, condition, rowsIn }: WindowsRequest,
  turn: Turn,
  fields: LoginHistory['fields'],
): Part<Turn> => {
  const full: Cube = { ...cube, ...(turn.order === undefined ? {} : { order: turn.order, limit: turn.limit }) };
  return { request: query(cubeSoql(full, turn.window, condition, fields)), rows: rowsIn(turn.window), of: turn };
};

/**
 * Counts windows by a cube, newest first. A window with too many groups is cut into smaller ones, down to the bucket, until
 * they fit or the requests are used up.
 */
export const countWindows = function* (
  { fields, mostGroups }: LoginHistory,
  asked: WindowsRequest,
): Asking<WindowsCount> {
  const done: Settled = { groups: [], gaps: [], again: [...asked.windows], tooMany: [], refusals: [] };
  let left = asked.mostParts;
  while (done.again.length > 0) {
    const turns: Turn[] = [];
    for (const window of done.again.splice(0).toSorted((a, b) => b.from - a.from)) {
      const own = turnsOf(asked, window, mostGroups);
      if (turns.length + own.length > left) done.tooMany.push(window);
      else turns.push(...own);
    }
    if (turns.length === 0) break;
    left -= turns.length;
    const parts = turns.map((turn) => partOf(asked, turn, fields));
    const byWindow = Map.groupBy(yield* send(parts), ({ of }) => of.window);
    for (const [window, answered] of byWindow) settle(window, answered, asked.cube, done);
  }
  const [refusal] = done.refusals;
  return {
    groups: merged(done.groups),
    tooMany: done.tooMany,
    gaps: done.gaps,
    ...defined({ refusal }),
  };
};
