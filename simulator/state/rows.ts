import { nextId } from './ids.ts';
import { myDomainOf } from './lookup.ts';
import type { AuditRow, BulkLoginRows, Id, LoginRow, Org } from './types.ts';

export type NewLoginRow = { at: number; userId: Id; status: string } & Partial<LoginRow>;

/** One row of Login History. What a client did not tell reads `Unknown` or `N/A`, as in real rows. */
export const addLoginRow = (org: Org, given: NewLoginRow): LoginRow => {
  const row: LoginRow = {
    id: nextId(org, '0Ya'),
    loginType: 'Remote Access 2.0',
    application: 'N/A',
    sourceIp: '203.0.113.7',
    loginUrl: myDomainOf(org),
    apiType: 'N/A',
    apiVersion: 'N/A',
    browser: 'Unknown',
    platform: 'Unknown',
    clientVersion: 'N/A',
    countryIso: 'US',
    tlsProtocol: 'TLS 1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    ...given,
  };
  org.loginRows.push(row);
  return row;
};

/** Asks for `count` further rows, evenly over six months before `to` (the time that Login History is kept). Costs nothing here. */
export const addLoginRows = (
  org: Org,
  count: number,
  to: number,
  given: Partial<BulkLoginRows> = {},
): BulkLoginRows => {
  const bulk = { count, to, from: to - 180 * 24 * 3600 * 1000, seed: 1, ...given };
  org.bulkLoginRows = bulk;
  return bulk;
};

/** `action`, `section`, `display` in the shapes of the Setup Audit Trail. */
export const addAuditRow = (
  org: Org,
  at: number,
  byUserId: Id | undefined,
  [action, section, display]: readonly [action: string, section: string, display: string],
): AuditRow => {
  const row: AuditRow = {
    id: nextId(org, '0Ym'),
    at,
    action,
    section,
    display,
    ...(byUserId === undefined ? {} : { byUserId }),
  };
  org.auditRows.push(row);
  return row;
};
