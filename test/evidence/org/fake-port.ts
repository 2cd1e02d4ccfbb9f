import { nothing } from '../../../src/evidence/waves.ts';
import type { OrgAnswer, OrgPort, OrgRefusal, OrgRequest } from '../../../src/evidence/org-wire.ts';

/** What the org has: rows by object (`tooling:Profile`, `LoginHistory`) or components by metadata type; `LogFile`: what every event log file holds. */
export type Book = Readonly<
  Record<string, readonly object[] | OrgRefusal | string | ((soql: string) => readonly object[] | OrgRefusal)>
>;

/** As `facts` of the wire say: a query on an object that is not there. */
export const invalidType: OrgRefusal = {
  ok: false,
  status: 400,
  code: 'INVALID_TYPE',
  message:
    "\nFROM X\n     ^\nERROR at Row:1:Column:16\nsObject type 'X' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
};

export const invalidField: OrgRefusal = {
  ok: false,
  status: 400,
  code: 'INVALID_FIELD',
  message:
    "\nSELECT X FROM Y\n       ^\nERROR at Row:1:Column:8\nNo such column 'X' on entity 'Y'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
};

export const noMetadata: OrgRefusal = {
  ok: false,
  code: 'INSUFFICIENT_ACCESS',
  message:
    'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
};

/** The SOQL of a GET, with `tooling:` before the object where it goes to the Tooling API. */
export const soqlOf = (request: OrgRequest): { object: string; soql: string } => {
  if (request.kind === 'read-metadata') return { object: request.type, soql: '' };
  if (request.kind === 'log-file') return { object: 'LogFile', soql: '' };
  const soql = decodeURIComponent(request.path.replace(/^.*\?q=/u, ''));
  const object = /\sFROM (\w+)(?!.*\sFROM )|^SELECT .*? FROM (\w+)/u.exec(soql.replace(/IN \(.*\)/u, ''));
  return {
    object: `${request.path.startsWith('tooling/') ? 'tooling:' : ''}${object?.[1] ?? object?.[2] ?? ''}`,
    soql,
  };
};

const answer = (book: Book, request: OrgRequest): OrgAnswer => {
  const { object, soql } = soqlOf(request);
  const page = book[object] ?? [];
  if (typeof page === 'string') return { ok: true, status: 200, body: page };
  const rows = typeof page === 'function' ? page(soql) : page;
  if ('ok' in rows) return rows;
  if (request.kind === 'get')
    return { ok: true, status: 200, body: { totalSize: rows.length, done: true, records: rows } };
  if (request.kind === 'log-file') return nothing;
  const byName = new Map(rows.map((row) => [(row as { fullName?: string }).fullName, row]));
  return { ok: true, status: 200, body: request.fullNames.map((name) => byName.get(name) ?? {}) };
};

export type FakePort = OrgPort & { readonly waves: OrgRequest[][] };

/** A port over literal answers; it notes what was asked in which wave. */
export const fakePort = (book: Book, { username = 'admin@acme.com', apiVersion = '64.0' } = {}): FakePort => {
  const waves: OrgRequest[][] = [];
  return {
    username,
    orgId: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    apiVersion,
    waves,
    spent: () => ({ roundTrips: waves.length, requests: waves.length, calls: 0 }),
    wave: (requests) => {
      waves.push([...requests]);
      return Promise.resolve(requests.map((request) => answer(book, request)));
    },
  };
};
