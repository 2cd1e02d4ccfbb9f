import { askThrough } from '../../evidence/org-ask.ts';
import { openOrg, type PortOptions } from '../../evidence/org-port.ts';
import { targetOrgOf, type OrgPort } from '../../evidence/org-wire.ts';
import { beside, type Asking } from '../../evidence/waves.ts';
import { defined, Trouble, valueOf } from '../../model/index.ts';
import type { AroundQuestion, Completeness, LoginFailures } from '../../model/index.ts';
import { pastNeeded } from '../alarms/spikes.ts';
import { labelsIn, labelsOf, nameApps } from '../around/apps.ts';
import { pieceOfRow, readAround, rowsOfGroups, type Shown } from '../around/contexts.ts';
import { countFiner } from '../around/finer.ts';
import { readPolicy } from '../around/policy.ts';
import { countedIn, untoldFailures } from '../counted.ts';
import { asksForNobodys, eventLogFailures } from '../event-log-failures.ts';
import { filterBy, filteredBy } from '../filter.ts';
import { keyFor } from '../groups/key.ts';
import { namesFrom, type Catalogue } from '../naming.ts';
import { findSilences } from '../patterns/silence.ts';
import type { Piece } from '../piece.ts';
import {
  countLogins,
  type CountRequest,
  failingRows,
  nobodysLogins,
  openLoginHistory,
  type HistoryRow,
  type LoginHistory,
  type OpenHistory,
  userIdsOf,
  type Dimension,
  type LoginTally,
} from '../reading/index.ts';
import { spanFor, type FailuresRequest, type Span } from '../request.ts';
import { dayMs, hourMs, iso, period } from '../times.ts';
import { groupsOf, mostShown, understand, type RowsRequest, type RowCounts } from '../understand.ts';

/** So far back it is looked who used to log in: a week and a day, up to which the org counts by hour. */
const patternMs = 8 * dayMs;

/** Login History keeps six months. */
const keptMs = 183 * dayMs;

/** A query of Salesforce may take two minutes. Source: limits sheet, section 3. */
const timeoutMs = 150_000;

/** Up to so many HTTP requests the org's daily API requests are spared; with more to ask, the requests are. */
const sparingUpTo = 9;

const successGroupsTell: ReadonlySet<Dimension> = new Set(['status', 'application', 'loginType', 'user', 'sourceIp']);

/**
 * Login History of an org. Throws `Trouble`: `target-org-unusable`, `login-history-denied { org, permission }`,
 * `login-history-unreadable { org }`.
 */
export const openHistory = async (
  org: string,
  apiVersion?: string,
  listening: Pick<PortOptions, 'signal' | 'heard'> = {},
): Promise<OpenHistory> => {
  const port = await openOrg(org, apiVersion, { timeoutMs, sparingUpTo, ...listening });
  const history = await askThrough(port, openLoginHistory());
  if (history.state === 'known') return { port, history: history.value };
  if (history.state === 'denied')
    throw new Trouble('login-history-denied', { org: port.username, permission: history.permission });
  throw new Trouble('login-history-unreadable', { org: port.username });
};

/** The org that is looked at, and what can be asked of its Login History. */
type Place = {
  readonly org: Pick<OrgPort, 'username' | 'orgId' | 'instanceUrl' | 'alias' | 'apiVersion'>;
  readonly history: LoginHistory;
};

const tallyOf = function* ({ org: { username: org }, history }: Place, request: CountRequest): Asking<LoginTally> {
  const counted = yield* countLogins(history, request);
  if (counted.state === 'known') return counted.value;
  if (counted.state === 'denied') throw new Trouble('login-history-denied', { org, permission: counted.permission });
  throw new Trouble('login-history-unreadable', { org });
};

/** Names of the users asked for, by id. Throws `Trouble('username-unknown', { username, org })`. */
export const usersAsked = function* (
  org: Pick<OrgPort, 'username'>,
  usernames: readonly string[],
): Asking<Readonly<Record<string, string>>> {
  const ids = yield* userIdsOf(usernames);
  return Object.fromEntries(
    usernames.map((username, at) => {
      const id = ids[at];
      if (id === undefined) throw new Trouble('username-unknown', { username, org: org.username });
      return [id, username];
    }),
  );
};

/** What is counted before the window: what a spike is compared with, and who used to log in. */
const pastFrom = ({ since, until }: Span, spike: RowsRequest['spike'], now: number): number => {
  const forSpike = spike === undefined ? since : since - pastNeeded(spike.windowMs);
  return Math.max(now - keptMs, Math.min(forSpike, until - patternMs, since));
};

type Read = {
  readonly tallies: readonly [LoginTally, ...LoginTally[]];
  readonly users: Readonly<Record<string, string>>;
};

const countBoth = function* (place: Place, request: FailuresRequest, asked: RowsRequest): Asking<Read> {
  const users = yield* usersAsked(place.org, request.filters.usernames);
  const successesBy = filteredBy(request.filters).filter((one) => one === 'sourceIp');
  const common = { users: Object.keys(users), successesBy };
  const { since, until } = asked;
  const from = pastFrom(asked, asked.spike, request.now);
  const [window, past] = yield* beside([
    tallyOf(place, { since, until, ...common }),
    from >= since ? undefined : tallyOf(place, { since: from, until: since, ...common }),
  ]);
  return { tallies: past === undefined ? [window] : [window, past], users };
};

const completenessOf = (
  [window, ...past]: Read['tallies'],
  untold: Completeness['untold'],
  hidden: boolean,
  more: Pick<Completeness, 'changesUnseen' | 'changesFrom' | 'aroundUnseen' | 'silenceLookedFor'>,
): Completeness => ({
  whole: window.sight === 'whole' && window.gaps.length === 0 && !hidden,
  sight: window.sight,
  ownRowsOnly: window.ownRowsOnly,
  ...defined({ permission: window.permission }),
  gaps: window.gaps.map(({ from, to, ...gap }) => ({ ...period(from, to), ...gap })),
  untold,
  ...(past.some(({ gaps }) => gaps.length > 0) ? { pastUnseen: true } : {}),
  ...more,
});

const shownOf = (asked: RowsRequest, counted: RowCounts, nameOf: (user: string) => string): readonly Shown[] => {
  const pieces = Map.groupBy(counted.failures, keyFor(asked.by, nameOf));
  return groupsOf(counted.failures, asked.by, { nameOf })
    .slice(0, mostShown)
    .map((folded) => ({ folded, pieces: pieces.get(folded.key) ?? [] }));
};

const idsOfSilent = ({ activity }: RowCounts, until: number): readonly string[] =>
  activity === undefined ? [] : findSilences(activity, until, (id) => id).flatMap(({ user }) => user ?? []);

/** Only what the whole session sees can fall silent: of own rows alone nothing follows. */
const looksForSilence = ({ tallies: [window, ...past] }: Read, counted: RowCounts): boolean =>
  counted.activity !== undefined &&
  window.sight === 'whole' &&
  [window, ...past].every(({ gaps }) => gaps.length === 0);

/** Throws `Trouble('window-empty', { since, until })`. */
const askedOf = (request: FailuresRequest): RowsRequest => {
  const span = spanFor(request, request.now);
  if (span.since >= span.until) throw new Trouble('window-empty', { since: iso(span.since), until: iso(span.until) });
  const { by, filters, threshold, spike } = request;
  return {
    ...span,
    by,
    filters,
    ...defined({ threshold }),
    ...(spike === undefined
      ? {}
      : { spike: { factor: spike.factor, windowMs: spike.windowMs ?? span.until - span.since } }),
  };
};

type Rows = {
  readonly rows: readonly HistoryRow[];
  /** The org did not answer all of what was asked for them. */
  readonly refused: boolean;
  /** For a threshold: failures in finer spans than they were counted in. */
  readonly finer: readonly Piece[] | undefined;
};

type FailingRowsRequest = RowsRequest & {
  readonly tally: LoginTally;
  readonly shown: readonly Shown[];
  readonly failures: RowCounts['failures'];
  readonly keep: ReturnType<typeof filterBy>;
  readonly users: readonly string[];
};

/** The failing rows one by one; where they are too many, those of the groups that are shown, and the hours that leave a threshold open in finer spans. */
const rowsOf = function* (history: LoginHistory, asked: FailingRowsRequest): Asking<Rows> {
  const { since, until, users, tally, shown, threshold, failures, keep } = asked;
  const read = yield* failingRows(history, {
    since,
    until,
    users,
    sides: tally.sides ?? [],
    rows: tally.totals.failures,
  });
  if (read !== undefined)
    return {
      rows: read,
      refused: false,
      finer: threshold === undefined ? undefined : read.map(pieceOfRow).filter(keep),
    };
  const [{ rows, refused }, finer] = yield* beside([
    rowsOfGroups(history, shown),
    threshold === undefined ? undefined : countFiner(history, failures, threshold, keep, users),
  ]);
  return { rows, refused, finer };
};

type Failures = Omit<LoginFailures, 'cost'>;

const aroundQuestions = ['successes', 'rows', 'lockout'] as const satisfies readonly AroundQuestion[];

const aroundUnseen = (unseen: Readonly<Record<AroundQuestion, boolean>>): Pick<Completeness, 'aroundUnseen'> => {
  const named = aroundQuestions.filter((question) => unseen[question]);
  return named.length === 0 ? {} : { aroundUnseen: named };
};

const failures = function* (place: Place, request: FailuresRequest, catalogue: Catalogue): Asking<Failures> {
  const { org, history } = place;
  const asked = askedOf(request);
  const [read, nobodys] = yield* beside([
    countBoth(place, request, asked),
    asksForNobodys(request.filters) ? nobodysLogins(history, { from: asked.since, to: asked.until }) : undefined,
  ]);
  const { tallies, users } = read;
  const known = namesFrom(users, ...tallies.map(({ usernames }) => usernames));
  // The org has filtered by user already.
  const { apps } = request.filters;
  const appsNamed = yield* nameApps(org, apps, labelsIn(tallies), request.now);
  const filters = { ...request.filters, usernames: [], apps: labelsOf(apps, appsNamed) };
  const counted = countedIn({
    tallies,
    since: asked.since,
    until: asked.until,
    filters,
    nameOf: known,
    successGroupsTell,
    successSpansTell: new Set(['status']),
    spanMs: hourMs,
  });
  const silenceLookedFor = looksForSilence(read, counted);
  const heard: RowCounts = silenceLookedFor ? counted : { ...counted, activity: undefined };
  const userIds = Object.keys(users);
  const keep = filterBy(filters, known);
  const shown = shownOf(asked, heard, known);
  const [around, { rows, refused, finer }, policy] = yield* beside([
    readAround(shown, idsOfSilent(heard, asked.until), {
      activity: heard.activity,
      exactTimes: heard.exactTimes,
      untilNow: asked.until >= request.now,
      now: request.now,
    }),
    rowsOf(history, { ...asked, tally: tallies[0], shown, failures: heard.failures, keep, users: userIds }),
    readPolicy(org, heard.failures, request.now),
  ]);
  const untold = untoldFailures(tallies);
  const hidden = tallies.some((tally) =>
    tally.untold.some(({ dimension, rows }) => rows > 0 && filteredBy(filters).includes(dimension)),
  );
  const { changesUnseen, changesFrom } = around;
  const unseen: Readonly<Record<AroundQuestion, boolean>> = {
    successes: around.successesUnseen,
    rows: refused,
    lockout: policy !== undefined && policy.state !== 'known',
  };
  return {
    from: {
      kind: 'org',
      targetOrg: targetOrgOf(org),
    },
    ...(appsNamed.length === 0 ? {} : { appsNamed }),
    ...(nobodys === undefined ? {} : { eventLog: eventLogFailures(nobodys, asked, request.filters) }),
    ...understand(
      asked,
      heard,
      {
        contexts: around.contexts,
        rows: rows.map(pieceOfRow),
        policy: policy && valueOf(policy),
        ...defined({ finer }),
      },
      { nameOf: namesFrom(around.names, users, ...tallies.map(({ usernames }) => usernames)), ...catalogue },
      completenessOf(tallies, untold, hidden, {
        silenceLookedFor,
        ...aroundUnseen(unseen),
        ...defined({ changesUnseen, changesFrom }),
      }),
    ),
  };
};

/**
 * The failures of an org, counted by the org. Throws `Trouble`: `login-history-denied`, `login-history-unreadable`,
 * `username-unknown`, `window-empty`.
 */
export const failuresInOrg = (
  { port, history }: OpenHistory,
  request: FailuresRequest,
  catalogue: Catalogue,
): Promise<Failures> => askThrough(port, failures({ org: port, history }, request, catalogue));
