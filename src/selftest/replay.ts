import { canMean, isoOf, valueOf } from '../model/index.ts';
import type { Cause, CauseId, Change, ReplayRow, ReplayVerdict } from '../model/index.ts';
import type { LoginGroup } from '../loginhistory/reading/index.ts';
import { refusedToday } from '../preview/every-flow.ts';
import { isPerson, isWithoutApp } from '../preview/integrations.ts';
import type { LoginTime } from '../preview/login-times.ts';
import type { Looked } from '../preview/look/org.ts';
import { readStatus } from '../recognition/index.ts';

/** The logins of a window as `sf auth preview` sees them, and how each stands today. */
export type Held = Pick<Looked, 'integrations' | 'nameOf'> & {
  readonly groups: Iterable<LoginGroup>;
  readonly causes: readonly Cause[];
};

type Integration = Held['integrations'][number];

/** Failures that are alike: of one user, through one app, in one kind of login, with one end. */
type Failures = {
  readonly user: string;
  readonly app: string;
  readonly loginType: string | undefined;
  readonly status: string;
  readonly logins: number;
  readonly first: string;
  readonly last: string;
};

const appOf = (group: LoginGroup): string => (isWithoutApp(group) ? '' : (group.application ?? ''));

const failuresIn = ({ groups, nameOf }: Held): readonly Failures[] => {
  const failed = [...groups].filter((group) => !group.success && !isPerson(group));
  const alike = Map.groupBy(failed, (group) =>
    JSON.stringify([group.user, appOf(group), group.loginType, group.status]),
  );
  return [...alike.values()].flatMap((some): readonly Failures[] => {
    const [one] = some;
    if (one === undefined) return [];
    return [
      {
        user: one.user === undefined ? '' : nameOf(one.user),
        app: appOf(one),
        loginType: one.loginType,
        status: one.status,
        logins: some.reduce((sum, { count }) => sum + count, 0),
        first: isoOf(Math.min(...some.map(({ first }) => first))),
        last: isoOf(Math.max(...some.map(({ last }) => last))),
      },
    ];
  });
};

type Judged = {
  readonly verdict: ReplayVerdict;
  readonly causes: readonly CauseId[];
  readonly by?: NonNullable<ReplayRow['by']>;
};

const isAbout = ({ action }: Change, { actions = [] }: Cause): boolean =>
  actions.some((one) => one.toLowerCase() === action.toLowerCase());

/** Whether the org itself refused a login of this user for it later: then it came about in between. */
const refusedSince = (failures: readonly Failures[], { seen }: Integration, id: CauseId): boolean =>
  failures.some(({ user, status, last }) => {
    const { decides, suspects } = readStatus(status);
    return user === seen.user && last >= (seen.lastLogin ?? '') && (decides === id || suspects.includes(id));
  });

const ofSuccess = (one: Integration, failures: readonly Failures[], { causes }: Held): Judged => {
  const shut = refusedToday(one, { causes, times: one.times }).map(({ cause }) => cause);
  const ids = shut.map(({ id }) => id);
  if (shut.length === 0) return { verdict: 'agrees', causes: ids };
  const changes = valueOf(one.evidence.changes);
  const since = one.seen.lastLogin ?? '';
  const open = shut.filter(
    (cause) =>
      !refusedSince(failures, one, cause.id) &&
      changes?.some((change) => change.at >= since && isAbout(change, cause)) !== true,
  );
  if (open.length === 0) return { verdict: 'agrees', causes: ids, by: 'change' };
  return { verdict: changes === undefined ? 'untold' : 'contradicts', causes: open.map(({ id }) => id) };
};

const isOf = ({ user, app, loginType }: Failures, { seen }: Integration): boolean =>
  seen.user === user && (seen.app ?? '') === app && seen.loginType === loginType;

const ofFailures = (failed: Failures, { integrations, causes }: Held): Judged => {
  const status = readStatus(failed.status);
  if (status.recognised) return { verdict: 'agrees', causes: [...new Set(canMean(status))], by: 'status' };
  const own = integrations.filter((one) => isOf(failed, one));
  const times: readonly LoginTime[] = [{ from: failed.first, to: failed.last }];
  const shut = own.flatMap((one) => refusedToday(one, { causes, times }).map(({ cause }) => cause.id));
  if (shut.length > 0) return { verdict: 'agrees', causes: [...new Set(shut)], by: 'settings' };
  const changes = own.map(({ evidence }) => valueOf(evidence.changes)).find((all) => all !== undefined);
  if (changes === undefined) return { verdict: 'untold', causes: [] };
  const wells = own.flatMap(({ seen }) => seen.lastLogin ?? []).filter((at) => at < failed.last);
  const since = wells.toSorted().at(-1) ?? '';
  const between = changes.some(({ at }) => at > since && at <= failed.last);
  return between ? { verdict: 'agrees', causes: [], by: 'change' } : { verdict: 'contradicts', causes: [] };
};

const numbered = (names: readonly string[]): ((name: string) => number) => {
  const all = [...new Set(names)];
  return (name) => all.indexOf(name) + 1;
};

/** What Login History calls a login that went well. */
const success = 'Success';

/** Each integration's logins that went well, and each kind of failure, held against the settings of today. */
export const replayed = (held: Held): readonly ReplayRow[] => {
  const { integrations } = held;
  const failures = failuresIn(held);
  const user = numbered([...integrations.map(({ seen }) => seen.user), ...failures.map((one) => one.user)]);
  const app = numbered([...integrations.map(({ seen }) => seen.app ?? ''), ...failures.map((one) => one.app)]);
  return [
    ...integrations.map((one): ReplayRow => {
      const { seen } = one;
      const numbers = { user: user(seen.user), app: app(seen.app ?? '') };
      return { ...numbers, status: success, success: true, logins: seen.logins, ...ofSuccess(one, failures, held) };
    }),
    ...failures.map((failed): ReplayRow => {
      const { status, logins } = failed;
      const numbers = { user: user(failed.user), app: app(failed.app) };
      return { ...numbers, status, success: false, logins, ...ofFailures(failed, held) };
    }),
  ];
};
