import { gateOrder, gates, valueOf, defined } from '../../model/index.ts';
import type {
  AllAppsCheck,
  Cost,
  Fact,
  GateBlindSpot,
  ListedAppCheck,
  OrgApps,
  TargetOrg,
  TokenGroup,
} from '../../model/index.ts';
import { namedInAll } from '../named.ts';
import { unseenOfApps } from './unseen.ts';
import { checkAppAlone, type Shared } from './check-app.ts';
import { countTokens, tokensOf } from './tokens.ts';

export type CheckAll = Shared & {
  readonly all: OrgApps;
  readonly targetOrg?: TargetOrg | undefined;
  readonly cost: Cost;
};

/** Tokens whose app is in no list: users approved it, nobody installed it. Every token of an app that is listed under its name is that app's. */
const strangers = (all: OrgApps, groups: readonly TokenGroup[]): ReadonlyMap<string, readonly TokenGroup[]> => {
  const names = new Set(all.apps.map(({ name }) => name));
  return Map.groupBy(
    groups.filter(({ app, menuItem }) => menuItem === undefined && !names.has(app)),
    ({ app }) => app,
  );
};

const stranger = (name: string, groups: readonly TokenGroup[], { speaker }: Shared): ListedAppCheck => {
  const tokens = countTokens(groups, false);
  const text = speaker.risk('not-installed', { count: tokens.notInstalled });
  const note = { gate: 'app', check: 'not-installed', kind: 'note', text } as const;
  return {
    app: { name, origin: 'only-authorised', near: [] },
    outcome: 'note',
    riskiest: { gate: 'app', state: 'open', text },
    warnings: [note],
    tokens,
  };
};

const order: Readonly<Record<ListedAppCheck['outcome'], number>> = {
  closed: 0,
  later: 1,
  note: 2,
  'not-seen': 3,
  open: 4,
};

/** Riskiest first; then by the gate, the date, the number of things worth knowing, and the name. */
const byRisk = (a: ListedAppCheck, b: ListedAppCheck): number =>
  order[a.outcome] - order[b.outcome] ||
  (a.riskiest?.on ?? '').localeCompare(b.riskiest?.on ?? '') ||
  gateAt(a) - gateAt(b) ||
  b.warnings.length - a.warnings.length ||
  ((a.app.name ?? '') < (b.app.name ?? '') ? -1 : 1);

const gateAt = ({ riskiest }: ListedAppCheck): number =>
  riskiest === undefined ? gates.length : gateOrder(riskiest.gate);

const whyNot = (fact: Fact<unknown>, name: 'app' | 'appTokens', { speaker }: Shared): readonly GateBlindSpot[] => {
  if (fact.state === 'known') return [];
  const why =
    fact.state === 'denied'
      ? ({ why: 'denied', permission: fact.permission } as const)
      : ({ why: fact.reason } as const);
  const spot = { fact: name, ...why };
  return [{ ...spot, text: speaker.blindSpot(spot), hides: [name === 'app' ? 'app' : 'refresh-token'] }];
};

const tokensIn = (all: OrgApps, apps: readonly ListedAppCheck[]): AllAppsCheck['tokens'] => {
  const seen = valueOf(all.tokens);
  if (seen === undefined) return {};
  const sum = (of: 'neverUsed' | 'notInstalled'): number =>
    apps.reduce((count, { tokens }) => count + (tokens?.[of] ?? 0), 0);
  return {
    total: seen.total,
    neverUsed: sum('neverUsed'),
    neverApproved: sum('notInstalled'),
    ...(seen.read === seen.total ? {} : { cut: { read: seen.read, of: seen.total } }),
  };
};

/** Every app of the org with its riskiest gate. Pure. */
export const checkAll = (context: CheckAll): AllAppsCheck => {
  const { all, targetOrg, cost, ...shared } = context;
  const groups = valueOf(all.tokens)?.groups;
  const apps = [
    ...all.apps.map((app) => {
      const tokens = groups === undefined ? undefined : countTokens(tokensOf(app, all, groups), true);
      return checkAppAlone(app, all, tokens, shared);
    }),
    ...[...strangers(all, groups ?? [])].map(([name, some]) => stranger(name, some, shared)),
  ].toSorted(byRisk);
  const blindSpots = [
    ...whyNot(all.whole, 'app', shared),
    ...whyNot(all.tokens, 'appTokens', shared),
    ...unseenOfApps(all.apps, shared.speaker),
  ];
  const closed = apps.some(({ outcome }) => outcome === 'closed');
  const unseen = blindSpots.length > 0 || apps.some(({ outcome }) => outcome === 'not-seen');
  return {
    schemaVersion: 1,
    outcome: closed ? 'cause-found' : unseen ? 'inconclusive' : 'healthy',
    ...defined({ targetOrg }),
    apps,
    tokens: tokensIn(all, apps),
    named: namedInAll(all.apps),
    blindSpots,
    cost,
  };
};
