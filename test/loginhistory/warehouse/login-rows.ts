import fc from 'fast-check';
import type { RowKind } from '../../../src/model/index.ts';
import { sources } from '../../../src/loginhistory/warehouse/sources.ts';
import type { Row, Table } from './engines.ts';

/** Texts as they stand in rows: some empty, some with spaces around them. */
const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);

const texts = {
  'login-history': {
    statuses: ['Success', 'Invalid Password', 'User Is Frozen', ' Success ', ''],
    types: ['Remote Access 2.0', 'Application', ''],
  },
  'event-log-file': {
    statuses: ['LOGIN_NO_ERROR', 'LOGIN_ERROR_INVALID_PASSWORD', 'LOGIN_ERROR_USER_FROZEN', ''],
    types: ['i', '6', 'A', ''],
  },
} as const;

/** Four hours round midnight, down to the thousandth. */
const from = Date.UTC(2026, 2, 28, 22);
const times = fc.integer({ min: 0, max: 4 * 3_600_000 - 1 });

/** The two ways in which Salesforce writes a time: the API, and the event log. */
const spelt = (ms: number, kind: RowKind): string =>
  new Date(from + ms).toISOString().replace(/Z$/u, kind === 'event-log-file' ? 'Z' : '+0000');

/** A name goes with one id; some rows have but one of them. */
const users = [
  { id: '0051', name: 'one@acme.com' },
  { id: '0052', name: 'two@acme.com' },
  { id: '', name: 'nameless@acme.com' },
  { id: '0054', name: ' ' },
  { id: '', name: '' },
] as const;

/** Logins as integrations make them: a few, again and again. */
const logins = (kind: RowKind, seed: number) => {
  const { types } = texts[kind === 'event-log-file' ? kind : 'login-history'];
  const one = fc.record({
    source_ip: oneOf('203.0.113.7', '2001:db8::1', ''),
    login_type: oneOf(...types),
    login_sub_type: oneOf('', 'OauthClientCredential'),
    application: oneOf('Marketing Sync', 'Billing, nightly', ''),
    country_iso: oneOf('US', ''),
  });
  return fc.sample(one, { numRuns: users.length, seed }).map((login, at) => ({ login, user: users[at]! }));
};

/** Rows of a kind as a table holds them, the same ones for the same seed. */
export const tableOf = (kind: RowKind, count: number, seed: number): Table => {
  const { table, columns } = sources[kind];
  const { statuses } = texts[kind === 'event-log-file' ? kind : 'login-history'];
  const one = fc.record({
    time: times,
    who: fc.constantFrom(...logins(kind, seed)),
    status: oneOf(...statuses, 'Failed: it\'s odd; "really", ü'),
    event_type: oneOf('Login', 'Login', 'API', ''),
  });
  const rows = fc.sample(one, { numRuns: count, seed }).map(({ time, who: { login, user }, ...event }): Row => {
    const all: Readonly<Record<string, string>> = {
      ...login,
      ...event,
      time: spelt(time, kind),
      user_id: user.id,
      username: user.name,
    };
    return Object.fromEntries(Object.entries(columns).map(([meaning, column]) => [column, all[meaning] ?? null]));
  });
  return { name: table, columns: Object.values(columns), rows };
};

/** The same rows as a file of the event log or of a query: a JSON line each. */
export const linesOf = ({ rows, columns }: Table): string => {
  // The event log has both columns of the time; the derived one counts.
  const more = columns.includes('EVENT_TYPE') ? { TIMESTAMP: '' } : {};
  return rows.map((row) => `${JSON.stringify({ ...row, ...more })}\n`).join('');
};
