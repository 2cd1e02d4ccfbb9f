import { openOrg } from '../../evidence/org-port.ts';
import type { OrgPort } from '../../evidence/org-wire.ts';
import { defined, Trouble } from '../../model/index.ts';
import type { Completeness, LoginFailures } from '../../model/index.ts';
import { pastNeeded } from '../alarms/spikes.ts';
import { labelsIn, labelsOf, nameApps } from '../around/apps.ts';
import { pieceOfRow, readAround, type Shown } from '../around/contexts.ts';
import { countFiner } from '../around/finer.ts';
import { readPolicy } from '../around/policy.ts';
import { countedIn, untoldFailures } from '../counted.ts';
import { filterBy, filteredBy } from '../filter.ts';
import { keyFor } from '../groups/key.ts';
import { namesFrom, type Catalogue } from '../naming.ts';
import { findSilences } from '../patterns/silence.ts';
import {
  countLogins,
  failingRows,
  gatheringPort,
  openLoginHistory,
  type LoginHistory,
  userIdsOf,
  type Dimension,
  type LoginTally,
} from '../reading/index.ts';
import { spanFor, type FailuresRequest, type Span } from '../request.ts';
import { dayMs, hourMs, iso, period } from '../times.ts';
import { groupsOf, mostShown, understand, type Asked, type Counted } from '../understand.ts';

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
export const openHistory = async (org: string, apiVersion?: string, signal?: AbortSignal): Promise<LoginHistory> => {
  const port = gatheringPort(await openOrg(org, apiVersion, { timeoutMs, sparingUpTo, signal }));
  const history = await openLoginHistory(port);
  if (history.state === 'known') return history.value;
  if (history.state === 'denied')
    throw new Trouble('login-history-denied', { org: port.username, permission: history.permission });
  throw new Trouble('login-history-unreadable', { org: port.username });
};

const tallyOf = async (history: LoginHistory, request: Parameters<typeof countLogins>[1]): Promise<LoginTally> => {
  const counted = await countLogins(history, request);
  if (counted.state === 'known') return counted.value;
  const org = history.port.username;
  if (counted.state === 'denied') throw new Trouble('login-history-denied', { org, permission: counted.permission });
  throw new Trouble('login-history-unreadable', { org });
};

/** Names of the users asked for, by id. Throws `Trouble('username-unknown', { username, org })`. */
export const usersAsked = async (
  port: OrgPort,
  usernames: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const ids = await userIdsOf(port, usernames);
  return Object.fromEntries(
    usernames.map((username, at) => {
      const id = ids[at];
      if (id === undefined) throw new Trouble('username-unknown', { username, org: port.username });
      return [id, username];
    }),
  );
};

/** What is counted before the window: what a spike is compared with, and who used to log in. */
const pastFrom = ({ since, until }: Span, spike: Asked['spike'], now: number): number => {
  const forSpike = spike === undefined ? since : since - pastNeeded(spike.windowMs);
  return Math.max(now - keptMs, Math.min(forSpike, until - patternMs, since));
};

type Read = {
  readonly tallies: readonly [LoginTally, ...LoginTally[]];
  readonly users: Readonly<Record<string, string>>;
};

const countBoth = async (history: LoginHistory, request: FailuresRequest, asked: Asked): Promise<Read> => {
  const users = await usersAsked(history.port, request.filters.usernames);
  const successesBy = filteredBy(request.filters).filter((one) => one === 'sourceIp');
  const common = { users: Object.keys(users), successesBy };
  const { since, until } = asked;
  const from = pastFrom(asked, asked.spike, request.now);
  const [window, past] = await Promise.all([
    tallyOf(history, { since, until, ...common }),
    from >= since ? undefined : tallyOf(history, { since: from, until: since, ...common }),
  ]);
  return { tallies: past === undefined ? [window] : [window, past], users };
};

const completenessOf = (
  [window, ...past]: Read['tallies'],
  untold: Completeness['untold'],
  hidden: boolean,
  more: Pick<Completeness, 'changesUnseen' | 'changesFrom' | 'silenceLookedFor'>,
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

const shownOf = (asked: Asked, counted: Counted, nameOf: (user: string) => string): readonly Shown[] => {
  const pieces = Map.groupBy(counted.failures, keyFor(asked.by, nameOf));
  return groupsOf(counted.failures, asked.by, { nameOf })
    .slice(0, mostShown)
    .map((folded) => ({ folded, pieces: pieces.get(folded.key) ?? [] }));
};

const idsOfSilent = ({ activity }: Counted, until: number): readonly string[] =>
  activity === undefined ? [] : findSilences(activity, until, (id) => id).flatMap(({ user }) => user ?? []);

/** Only what the whole session sees can fall silent: of own rows alone nothing follows. */
const looksForSilence = ({ tallies: [window, ...past] }: Read, counted: Counted): boolean =>
  counted.activity !== undefined &&
  window.sight === 'whole' &&
  [window, ...past].every(({ gaps }) => gaps.length === 0);

/** Throws `Trouble('window-empty', { since, until })`. */
const askedOf = (request: FailuresRequest): Asked => {
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

type Finer = {
  readonly threshold: Asked['threshold'];
  readonly rows: ReturnType<typeof failingRows>;
  readonly failures: Counted['failures'];
  readonly keep: ReturnType<typeof filterBy>;
  readonly users: readonly string[];
};

/** For a threshold: the rows themselves where they were read, else the hours that leave it open, counted in finer spans. */
const finerFor = async (
  history: LoginHistory,
  { threshold, rows, failures, keep, users }: Finer,
): ReturnType<typeof countFiner> => {
  if (threshold === undefined) return undefined;
  const read = await rows;
  return read === undefined ? countFiner(history, failures, threshold, keep, users) : read.map(pieceOfRow).filter(keep);
};

/**
 * The failures of an org, counted by the org. Throws `Trouble`: `login-history-denied`, `login-history-unreadable`,
 * `username-unknown`, `window-empty`.
 */
export const failuresInOrg = async (
  history: LoginHistory,
  request: FailuresRequest,
  catalogue: Catalogue,
): Promise<Omit<LoginFailures, 'cost'>> => {
  const { port } = history;
  const asked = askedOf(request);
  const read = await countBoth(history, request, asked);
  const { tallies, users } = read;
  const known = namesFrom(users, ...tallies.map(({ usernames }) => usernames));
  // The org has filtered by user already.
  const { apps } = request.filters;
  const appsNamed = await nameApps(port, apps, labelsIn(tallies), request.now);
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
  const heard: Counted = silenceLookedFor ? counted : { ...counted, activity: undefined };
  const userIds = Object.keys(users);
  const keep = filterBy(filters, known);
  const rows = failingRows(history, {
    since: asked.since,
    until: asked.until,
    users: userIds,
    sides: tallies[0].sides ?? [],
    rows: tallies[0].totals.failures,
  });
  const [around, policy, finer] = await Promise.all([
    readAround(history, shownOf(asked, heard, known), idsOfSilent(heard, asked.until), {
      activity: heard.activity,
      exactTimes: heard.exactTimes,
      untilNow: asked.until >= request.now,
      rows,
    }),
    readPolicy(port, heard.failures, request.now),
    finerFor(history, { threshold: asked.threshold, rows, failures: heard.failures, keep, users: userIds }),
  ]);
  const untold = untoldFailures(tallies);
  const hidden = tallies.some((tally) =>
    tally.untold.some(({ dimension, rows }) => rows > 0 && filteredBy(filters).includes(dimension)),
  );
  const { changesUnseen, changesFrom } = around;
  return {
    from: {
      kind: 'org',
      targetOrg: { username: port.username, orgId: port.orgId, instanceUrl: port.instanceUrl },
    },
    ...(appsNamed.length === 0 ? {} : { appsNamed }),
    ...understand(
      asked,
      heard,
      { contexts: around.contexts, rows: around.rows, policy, ...defined({ finer }) },
      { nameOf: namesFrom(around.names, users, ...tallies.map(({ usernames }) => usernames)), ...catalogue },
      completenessOf(tallies, untold, hidden, {
        silenceLookedFor,
        ...defined({ changesUnseen, changesFrom }),
      }),
    ),
  };
};
