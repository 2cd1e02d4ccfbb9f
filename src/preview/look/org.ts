import {
  factsAround,
  orgNotAsked,
  type AskableOrg,
  type FactsAround,
  type OrgFacts,
} from '../../evidence/org/index.ts';
import { inBlocks } from '../../evidence/blocks.ts';
import { hostOfRow } from '../../evidence/login/index.ts';
import { beside, type Asking } from '../../evidence/waves.ts';
import {
  countLogins,
  hostsOf,
  openLoginHistory,
  usernamesOf,
  type LoginTally,
} from '../../loginhistory/reading/index.ts';
import { defined, Trouble, valueOf } from '../../model/index.ts';
import type { App, Evidence, FactName, Integration } from '../../model/index.ts';
import { evidenceOf } from '../assume.ts';
import { integrationsIn, type Watched } from '../integrations.ts';
import type { Standing } from '../person.ts';
import { deletedApps, wasCalled, type DeletedApp } from './deleted-apps.ts';
import { heldTokens, unusedOf, type HeldToken } from './tokens.ts';

/** An integration of the org, as far as the org tells of it. */
type Gathered = Watched & Standing;

export type Looked = {
  readonly integrations: readonly Gathered[];
  /** What of the history was not seen. */
  /** Users who log in by a browser, where they are not judged. */
  readonly people: number;
  /** Tokens that nobody used in the window, where they are not judged; undefined: they were not all seen. */
  readonly tokens?: number | undefined;
  /** Whether the trail told which apps were deleted. */
  readonly trail: boolean;
  readonly tally: Pick<LoginTally, 'sight' | 'permission' | 'untold' | 'gaps' | 'groups' | 'totals'>;
  /** The username of an id in the tally. */
  readonly nameOf: (id: string) => string;
};

/** What is counted already, or would be asked of each login: rows, sessions, and the tokens of each app, which tell of apps that nobody installed. */
export const notOfEach: readonly FactName[] = ['loginRows', 'loginEvents', 'sessions', 'appTokens'];

export type LookFor = {
  /** ms, UTC; `until` is not included. */
  readonly since: number;
  readonly until: number;
  /** UTC, ISO 8601. */
  readonly now: string;
  readonly wanted: ReadonlySet<FactName>;
  /** Whether people in browsers are judged too. */
  readonly people: boolean;
  /** Whether tokens that nobody used in the window are judged too. */
  readonly tokens?: boolean;
  /** What to call the key that an integration signs with. */
  readonly keyInUse: string;
};

const tallied = function* (org: AskableOrg, { since, until }: LookFor): Asking<LoginTally> {
  const history = yield* openLoginHistory();
  const counted =
    history.state === 'known'
      ? yield* countLogins(history.value, { since, until, successesBy: ['user', 'sourceIp', 'loginSubType'] })
      : history;
  if (counted.state === 'known') return counted.value;
  if (counted.state === 'denied')
    throw new Trouble('login-history-denied', { org: org.username, permission: counted.permission });
  throw new Trouble('login-history-unreadable', { org: org.username });
};

/**
 * Whose logins they are, and through what: the org is asked for it once, whatever the addresses. What rows tell of an app names it as they do,
 * so that two of one name keep nothing from being seen but the app.
 */
const askedFor = ({ seen: { user, app, flow } }: Watched): Integration => ({
  username: user,
  sourceIps: [],
  ...(app === undefined ? {} : { app, learnt: ['app'] as const }),
  // The run-as user is looked for in this flow alone.
  ...(flow === 'client-credentials' ? { flow } : {}),
});

const keyOf = (integration: Integration): string => JSON.stringify(integration);

type Found = Pick<Standing, 'roads' | 'namesakes'> & {
  readonly facts: OrgFacts;
  /** Through each of the apps that are called so, where there are several. */
  readonly either?: readonly OrgFacts[];
};

/** Undefined where one was not read. */
const developerNamesOf = (apps: FactsAround['namesakes'] = []): readonly string[] | undefined => {
  const names = apps.flatMap(({ developerName }) => developerName ?? []);
  return names.length === 0 || names.length < apps.length ? undefined : names;
};

const foundFor = function* (org: AskableOrg, integration: Integration, { now, wanted }: LookFor): Asking<Found> {
  const { facts, roads, namesakes } = yield* factsAround(org, { integration, now, wanted });
  const found = { facts, ...defined({ roads: valueOf(roads), namesakes: developerNamesOf(namesakes) }) };
  if (namesakes === undefined || namesakes.length < 2) return found;
  const through = namesakes.map(({ id: app }) =>
    factsAround(org, { integration: { ...integration, app }, now, wanted }),
  );
  return { ...found, either: (yield* beside(through)).map((one) => one.facts) };
};

/** The flow that the app's settings told, where the rows did not. */
const flowIn = ({ integration }: Evidence): Pick<Watched['seen'], 'flow'> =>
  defined({ flow: valueOf(integration)?.flow });

/**
 * Whether its last login may have gone through another app than those that have its label now: one of that label was deleted since, or all of
 * them were made since. Rows tell a label alone.
 */
export const isAppReplaced = (
  { seen: { app, lastLogin }, row }: Watched,
  apps: readonly App[],
  deleted: readonly DeletedApp[],
): boolean => {
  if (app === undefined || row === undefined || lastLogin === undefined || apps.length === 0) return false;
  const isNewer = apps.every(({ createdAt }) => createdAt !== undefined && createdAt > lastLogin);
  return isNewer || deleted.some((one) => one.at >= lastLogin && wasCalled(one, app));
};

/** No host is asked: the rows tell by which one it came. */
const hostIn = ({ seen: { loginUrl } }: Watched, { organization }: OrgFacts): Partial<Pick<Evidence, 'loginHost'>> => {
  const org = valueOf(organization);
  return loginUrl === undefined || org === undefined ? {} : { loginHost: hostOfRow(loginUrl, org.id) };
};

/** Of a token that nobody used it is not seen from where it will be. */
const byToken = ({ app, lastUsedAt }: HeldToken, user: string): Watched => ({
  seen: {
    user,
    app,
    flow: 'refresh-token',
    person: false,
    sourceIps: [],
    logins: 0,
    ...defined({ lastLogin: lastUsedAt }),
  },
  times: [],
});

const usersIn = ({ groups }: LoginTally): readonly string[] => [
  ...new Set([...groups].flatMap(({ user, success }) => (user === undefined || !success ? [] : [user]))),
];

/** Every integration of the window, with its evidence. Throws `Trouble` where the history cannot be read. */
export const lookAtIntegrations = function* (org: AskableOrg, request: LookFor): Asking<Looked> {
  const window = { from: request.since, to: request.until };
  const [tally, hosts, tokens, deleted] = yield* beside([
    tallied(org, request),
    hostsOf(window),
    heldTokens(),
    deletedApps(request.since),
  ]);
  const { groups, exactTimes } = tally;
  const unused = tokens && unusedOf(tokens, groups);
  const idle = (request.tokens ? unused : undefined) ?? [];
  const names = yield* usernamesOf([...usersIn(tally), ...idle.map(({ user }) => user)]);
  const nameOf = (id: string): string => names[id] ?? id;
  const hostsBy = Map.groupBy(hosts, ({ user }) => user);
  const all = integrationsIn(groups, {
    nameOf,
    exactTimes,
    hostsOf: (id) => hostsBy.get(id) ?? [],
  });
  const judged = [
    ...all.filter(({ seen }) => request.people || !seen.person),
    ...idle.map((one) => byToken(one, nameOf(one.user))),
  ];
  const asked = new Map(judged.map((one) => [keyOf(askedFor(one)), askedFor(one)]));
  const found = yield* inBlocks(beside([...asked.values()].map((one) => foundFor(org, one, request))));
  const factsOf = new Map([...asked.keys()].map((key, at) => [key, found[at]]));
  const { now, keyInUse } = request;
  return {
    integrations: judged.map((one): Gathered => {
      const { facts = orgNotAsked(), either: found, ...around } = factsOf.get(keyOf(askedFor(one))) ?? {};
      const evidenceIn = (some: OrgFacts): Evidence =>
        evidenceOf(one, { ...some, ...hostIn(one, some) }, { now, keyInUse });
      const [evidence, either] = [evidenceIn(facts), found?.map(evidenceIn)];
      const apps = (either ?? [evidence]).flatMap(({ app }) => valueOf(app) ?? []);
      const replaced = isAppReplaced(one, apps, deleted ?? []) ? ({ appReplaced: true } as const) : {};
      const seen = { ...one.seen, ...flowIn(evidence), ...replaced };
      return { ...one, seen, evidence, ...around, ...defined({ either }) };
    }),
    people: request.people ? 0 : new Set(all.flatMap(({ seen }) => (seen.person ? [seen.user] : []))).size,
    ...(request.tokens ? {} : defined({ tokens: unused?.length })),
    trail: deleted !== undefined,
    tally,
    nameOf,
  };
};
