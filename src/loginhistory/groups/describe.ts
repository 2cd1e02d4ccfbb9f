import { defined } from '../../model/index.ts';
import type { AddressShare, CauseId, Change, FailureGroup, FindingRemedy, Grouping } from '../../model/index.ts';
import { attemptsOf } from '../incidents.ts';
import type { Piece } from '../piece.ts';
import { dayMs, iso } from '../times.ts';
import { broughtAboutFirst, causesOf, statusesOf } from './causes.ts';
import { isTurnedBy, nearChanges } from './changes.ts';
import type { Folded } from './fold.ts';
import type { MainLogin } from './main-login.ts';
import { sharesOf, type Counter } from './shares.ts';

/** What is known of a group beside its counts. Times: epoch ms, UTC. */
export type GroupContext = {
  readonly lastSuccessBefore?: number;
  readonly firstSuccessAfter?: number;
  /** Whether a success may lie nearer than the one that is told. */
  readonly unsure?: { readonly before: boolean; readonly after: boolean };
  /** Whose successes they are. */
  readonly login?: MainLogin;
  /** Those that may bear on its users and apps, in any order. */
  readonly changes: readonly Change[];
};

export type Naming = {
  readonly nameOf: (user: string) => string;
  readonly titleOf: (id: CauseId) => string;
  readonly actionsOf: (id: CauseId) => readonly string[];
  /** What cures it first, in the words for one login. */
  readonly remedyOf: (
    id: CauseId,
    login: { readonly user?: string; readonly app?: string },
  ) => FindingRemedy | undefined;
};

export type Described = {
  readonly folded: Folded;
  /** Its rows, as finely as they are known. */
  readonly pieces: readonly Piece[];
  readonly context: GroupContext;
  readonly exactTimes: boolean;
  /** Rows of different users may stand together. */
  readonly userTold: boolean;
};

const marginMs = 7 * dayMs;

const named = (counter: Counter, nameOf: (value: string) => string): Counter => {
  const found: Counter = new Map();
  for (const [value, rows] of counter) found.set(nameOf(value), (found.get(nameOf(value)) ?? 0) + rows);
  return found;
};

const addressesOf = (addresses: Counter, pieces: readonly Piece[]): FailureGroup['addresses'] => {
  const { different, top } = sharesOf(addresses);
  const behind = (address: string): readonly string[] => [
    ...new Set(
      pieces.flatMap(({ sourceIp, forwardedForIp }) =>
        sourceIp === address && forwardedForIp !== undefined ? [forwardedForIp] : [],
      ),
    ),
  ];
  return {
    different,
    top: top.map((share): AddressShare => ({ ...share, forwardedFor: behind(share.value).toSorted() })),
  };
};

/** Of one login all is told by the group itself. */
const loginIn = ({ logins }: Folded, login: MainLogin | undefined, { nameOf }: Naming): Pick<FailureGroup, 'login'> => {
  if (login === undefined || logins.size < 2) return {};
  const { user, application, first, last } = login;
  return {
    login: {
      ...(user === undefined ? {} : { user: nameOf(user) }),
      ...defined({ app: application }),
      ...{ first: iso(first), last: iso(last) },
    },
  };
};

/** A sentence where there is one, else what stands in the rows. */
export const titleFor = (by: Grouping, { key, statuses }: Folded, { titleOf }: Naming): string => {
  if (by !== 'cause') return key;
  const [status] = statusesOf(statuses);
  return status?.decides === undefined ? (status?.status ?? key) : titleOf(status.decides);
};

/** The one value that all rows show. */
const only = (counter: Counter): string | undefined => (counter.size === 1 ? [...counter.keys()][0] : undefined);

/** Where the statuses leave more than one cause open, no cure is named. */
const remedyFor = (
  causes: FailureGroup['causes'],
  { users, apps }: Folded,
  { nameOf, remedyOf }: Naming,
): Pick<FailureGroup, 'remedy'> => {
  const [cause, ...others] = causes;
  if (cause?.decided !== true || others.some(({ decided }) => decided)) return {};
  const user = only(users);
  return defined({
    remedy: remedyOf(cause.id, defined({ user: user === undefined ? undefined : nameOf(user), app: only(apps) })),
  });
};

/** A group as it is shown. */
export const describe = (by: Grouping, group: Described, naming: Naming): FailureGroup => {
  const { folded, pieces, context, exactTimes, userTold } = group;
  const { lastSuccessBefore, firstSuccessAfter, unsure = { before: false, after: false } } = context;
  const statuses = statusesOf(folded.statuses);
  const pointedAt = causesOf(statuses, naming.titleOf);
  const changes = nearChanges(
    context.changes,
    folded.first,
    Math.min(lastSuccessBefore ?? folded.first, folded.first) - marginMs,
    pointedAt.map(({ id }) => id),
    naming.actionsOf,
  );
  const causes = broughtAboutFirst(pointedAt, (id) => isTurnedBy(changes, naming.actionsOf(id), lastSuccessBefore));
  const { atLeast, exact } = attemptsOf(pieces);
  return {
    key: folded.key,
    title: titleFor(by, folded, naming),
    causes,
    rows: folded.rows,
    incidents: { atLeast, exact: exact && userTold },
    first: iso(folded.first),
    last: iso(folded.last),
    exactTimes,
    statuses,
    users: sharesOf(named(folded.users, naming.nameOf)),
    apps: sharesOf(folded.apps),
    addresses: addressesOf(folded.addresses, pieces),
    loginTypes: sharesOf(folded.loginTypes),
    ...loginIn(folded, context.login, naming),
    ...(lastSuccessBefore === undefined ? {} : { lastSuccessBefore: iso(lastSuccessBefore) }),
    ...(firstSuccessAfter === undefined ? {} : { firstSuccessAfter: iso(firstSuccessAfter) }),
    ...(unsure.before || unsure.after ? { successesMayBeNearer: unsure } : {}),
    changes,
    ...remedyFor(causes, folded, naming),
  };
};
