import type { OrgAnswer, OrgPort, OrgRequest } from '../../../../src/evidence/org-port.ts';
import type { OpenHistory } from '../../../../src/loginhistory/reading/index.ts';

type SmallRow = { readonly id: string; readonly at: number };

/** An org with rows of Login History alone: it answers the queries of following, in pages, and can be silent. */
export type SmallOrg = {
  readonly rows: SmallRow[];
  page: number;
  silent: boolean;
  readonly history: OpenHistory;
};

const bound = (soql: string, operator: string, otherwise: number): number => {
  const at = new RegExp(`LoginTime ${operator} (\\S+)`, 'u').exec(soql)?.[1];
  return at === undefined ? otherwise : Date.parse(at);
};

const ok = (body: unknown): OrgAnswer => ({ ok: true, status: 200, body });

const asRecord = ({ id, at }: SmallRow) => ({ Id: id, LoginTime: new Date(at).toISOString(), Status: 'Success' });

export const smallOrg = (): SmallOrg => {
  const locators = new Map<string, readonly SmallRow[]>();
  const pageOf = (rows: readonly SmallRow[]): OrgAnswer => {
    const rest = rows.slice(org.page);
    const locator = `query/01g-${locators.size}`;
    if (rest.length > 0) locators.set(locator, rest);
    const more = rest.length > 0 ? { nextRecordsUrl: `/services/data/v64.0/${locator}` } : {};
    return ok({ done: rest.length === 0, ...more, records: rows.slice(0, org.page).map(asRecord) });
  };
  const answer = (request: OrgRequest): OrgAnswer => {
    if (org.silent || request.kind !== 'get') return { ok: false, status: 503, code: 'SERVER_UNAVAILABLE' };
    const further = locators.get(request.path);
    if (further !== undefined) return pageOf(further);
    const soql = decodeURIComponent(request.path);
    const [from, to] = [bound(soql, '>=', -Infinity), bound(soql, '<', Infinity)];
    const found = org.rows.filter(({ at }) => at >= from && at < to).toSorted((a, b) => a.at - b.at);
    if (soql.includes('COUNT()')) return ok({ totalSize: found.length, records: [] });
    const sorted = soql.includes(' DESC') ? found.toReversed() : found;
    return pageOf(sorted.slice(0, Number(/LIMIT (\d+)/u.exec(soql)?.[1] ?? Infinity)));
  };
  const port: OrgPort = {
    username: 'admin@acme.com',
    orgId: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    apiVersion: '64.0',
    spent: () => ({ roundTrips: 0, requests: 0, calls: 0 }),
    wave: (requests) => Promise.resolve(requests.map(answer)),
  };
  const org: SmallOrg = {
    rows: [],
    page: 2000,
    silent: false,
    history: {
      port,
      history: {
        fields: {
          present: new Set(['Id', 'LoginTime', 'Status']),
          groupable: new Set(),
          statusSortable: true,
          timeAggregatable: true,
        },
        look: { source: { place: 'org' }, sight: 'whole', permission: '', always: true },
        eventLook: { source: { place: 'org' }, sight: 'whole', permission: '', always: false },
        mostGroups: 2000,
      },
    },
  };
  return org;
};
