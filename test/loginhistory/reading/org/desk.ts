import { addLoginRow, createClock, createSession, startSimulator } from '../../../../simulator/index.ts';
import type { Org, PermissionName, Simulator } from '../../../../simulator/index.ts';
import { askThrough } from '../../../../src/evidence/org-ask.ts';
import { portOver, type OrgAnswer, type OrgPort, type OrgRequest } from '../../../../src/evidence/org-port.ts';
import type { OrgSession } from '../../../../src/evidence/org-session.ts';
import { openLoginHistory, type LoginGroup, type OpenHistory } from '../../../../src/loginhistory/reading/index.ts';

/** Noon in Los Angeles on Wednesday 18 November 2026; the clock stands. */
export const now = Date.UTC(2026, 10, 18, 20);
export const hour = 3_600_000;

export type Seed = {
  readonly status: string;
  readonly application: string;
  /** Which of the org's users. */
  readonly user: number;
  readonly sourceIp: string;
  /** Seconds before now. */
  readonly ago: number;
};

export type Desk = {
  readonly sim: Simulator;
  readonly org: Org;
  readonly port: OrgPort;
  /** What was asked, part by part. */
  readonly asked: string[];
  /** Puts these rows in place of those that are there. */
  rows(seeds: readonly Seed[]): void;
  /** What the org allows from here on; 2,000 each. */
  limits: { groups: number; page: number };
  /** Changes of an answer on its way, for what no simulated org does. */
  change: ((request: OrgRequest, answer: OrgAnswer) => OrgAnswer) | undefined;
  withhold(...names: readonly PermissionName[]): void;
  history(): Promise<OpenHistory>;
  close(): Promise<void>;
};

const soqlOf = (request: OrgRequest): string =>
  request.kind === 'get' ? decodeURIComponent(request.path.replace(/^query\?q=/u, '')) : request.kind;

type Body = { readonly totalSize: number; readonly done: boolean; readonly records?: readonly unknown[] };

/** An org with lower limits: it refuses groups, and sends smaller pages. */
const limited = (inner: OrgPort, desk: Pick<Desk, 'limits' | 'asked' | 'change'>): OrgPort => {
  const pages = new Map<string, readonly unknown[]>();
  const paged = (body: Body, records: readonly unknown[]): OrgAnswer => {
    const rest = records.slice(desk.limits.page);
    const more = { nextRecordsUrl: `/services/data/v64.0/query/locator-${pages.size}` };
    if (rest.length > 0) pages.set(`query/locator-${pages.size}`, rest);
    const shown = { ...body, done: rest.length === 0, records: records.slice(0, desk.limits.page) };
    return { ok: true, status: 200, body: rest.length === 0 ? shown : { ...shown, ...more } };
  };
  const narrow = (request: OrgRequest, answer: OrgAnswer): OrgAnswer => {
    const soql = soqlOf(request);
    const body = answer.ok ? (answer.body as Body) : undefined;
    if (body?.records === undefined) return answer;
    if (!soql.includes('GROUP BY')) return paged(body, body.records);
    if (soql.includes(' LIMIT ') || body.records.length <= desk.limits.groups) return answer;
    return {
      ok: false,
      status: 400,
      code: 'EXCEEDED_ID_LIMIT',
      message: 'Aggregate query does not support queryMore()',
    };
  };
  return {
    ...inner,
    wave: async (requests) => {
      desk.asked.push(...requests.map(soqlOf));
      const own = requests.map((request) => (request.kind === 'get' ? pages.get(request.path) : undefined));
      const through = requests.filter((_request, at) => own[at] === undefined);
      const got = (await inner.wave(through)).values();
      return requests.map((request, at) => {
        const rows = own[at];
        const answer: OrgAnswer =
          rows === undefined
            ? narrow(request, got.next().value ?? { ok: false, trouble: 'unreachable' })
            : paged({ totalSize: rows.length, done: true }, rows);
        return desk.change?.(request, answer) ?? answer;
      });
    },
  };
};

/** A running simulated org, and the port of its administrator. */
export const openDesk = async (): Promise<Desk> => {
  const sim = await startSimulator({ clock: createClock({ at: now, standing: true }) });
  const { org } = sim;
  const { adminId } = sim.world.integration;
  const session = createSession(org, { userId: adminId, createdAt: now });
  const looking: OrgSession = {
    username: 'admin@acme.com',
    orgId: org.id,
    instanceUrl: sim.urls.myDomain,
    accessToken: session.token,
    renew: () => Promise.resolve({}),
  };
  const desk = { limits: { groups: 2000, page: 2000 }, asked: [] as string[], change: undefined as Desk['change'] };
  const port = limited(portOver(looking, '64.0', { sparingUpTo: 9 }), desk);
  return Object.assign(desk, {
    sim,
    org,
    port,
    rows: (seeds: readonly Seed[]) => {
      org.loginRows.length = 0;
      for (const { user, ago, ...seed } of seeds) {
        const userId = org.users[user % org.users.length]?.id ?? adminId;
        addLoginRow(org, { ...seed, userId, at: now - ago * 1000 });
      }
    },
    withhold: (...names: readonly PermissionName[]) => {
      for (const { permissions } of [...org.profiles, ...org.permissionSets])
        names.forEach((name) => permissions.delete(name));
    },
    history: async () => {
      const opened = await askThrough(port, openLoginHistory(desk.limits.groups));
      if (opened.state !== 'known') throw new Error(JSON.stringify(opened));
      return { port, history: opened.value };
    },
    close: () => sim.stop(),
  });
};

export const sum = (groups: Iterable<{ readonly count: number }>): number =>
  [...groups].reduce((all, { count }) => all + count, 0);

/** Counts by the dimensions that are told apart in failures, and by hour. */
export const failureCounts = (groups: Iterable<LoginGroup>): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const group of groups) {
    if (group.success) continue;
    const { hour: at, status, application, user, sourceIp, count } = group;
    const key = [at, status, application, user, sourceIp].join('|');
    found[key] = (found[key] ?? 0) + count;
  }
  return found;
};
