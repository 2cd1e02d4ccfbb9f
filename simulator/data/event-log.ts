import { id15, makeId } from '../state/ids.ts';
import type { LoginRow, Org, StrayLogin } from '../state/types.ts';

const hour = 3600 * 1000;
const day = 24 * hour;

/**
 * How long a file is of, how long after that it is written, and how long it is kept. Source: REST API guide, "Using Event Monitoring" (a daily
 * file comes the day after, an hourly one after three to six hours; kept 30 days).
 */
const lengths = { Daily: { span: day, delay: 3 * hour }, Hourly: { span: hour, delay: 4 * hour } };
const kept = 30 * day;

/** The column set that was recorded in 2023. */
export const columnsOfLog = [
  'EVENT_TYPE',
  'TIMESTAMP',
  'REQUEST_ID',
  'ORGANIZATION_ID',
  'USER_ID',
  'RUN_TIME',
  'CPU_TIME',
  'URI',
  'SESSION_KEY',
  'LOGIN_KEY',
  'USER_TYPE',
  'REQUEST_STATUS',
  'DB_TOTAL_TIME',
  'LOGIN_TYPE',
  'BROWSER_TYPE',
  'API_TYPE',
  'API_VERSION',
  'USER_NAME',
  'TLS_PROTOCOL',
  'CIPHER_SUITE',
  'AUTHENTICATION_METHOD_REFERENCE',
  'LOGIN_SUB_TYPE',
  'TIMESTAMP_DERIVED',
  'USER_ID_DERIVED',
  'CLIENT_IP',
  'URI_ID_DERIVED',
  'LOGIN_STATUS',
  'SOURCE_IP',
] as const;

type Cells = Partial<Record<(typeof columnsOfLog)[number], string>>;

/** LOGIN_STATUS by what Login History shows. Source: facts, login-status.yaml; a label without a known code stands as it is. */
const codes: Readonly<Record<string, string>> = {
  Success: 'LOGIN_NO_ERROR',
  'Invalid Password': 'LOGIN_ERROR_INVALID_PASSWORD',
  'Password Lockout': 'LOGIN_ERROR_PASSWORD_LOCKOUT',
  'User is Inactive': 'LOGIN_ERROR_USER_INACTIVE',
  'User Is Frozen': 'LOGIN_ERROR_USER_FROZEN',
  'Restricted IP': 'LOGIN_ERROR_RESTRICTED_DOMAIN',
  'Restricted Time': 'LOGIN_ERROR_RESTRICTED_TIME',
  'Failed: API security token required': 'LOGIN_ERROR_MUST_USE_API_TOKEN',
  'Failed: Invalid Nonce': 'LOGIN_OAUTH_INVALID_NONCE',
  'Login Rate Exceeded': 'LOGIN_ERROR_RATE_EXCEEDED',
  'Multi-factor required': 'LOGIN_TWOFACTOR_REQ',
  'Failed: API Version Removed': 'LOGIN_ERROR_API_TOO_OLD',
};

const types: Readonly<Record<string, string>> = {
  'Remote Access 2.0': 'i',
  'Other Apex API': 'I',
  Application: 'A',
};

type Event = { at: number; cells: Cells };

const ofRow = (org: Org, row: LoginRow): Event => ({
  at: row.at,
  cells: {
    USER_ID: id15(row.userId),
    USER_ID_DERIVED: row.userId,
    USER_NAME: org.users.find(({ id }) => id === row.userId)?.username ?? '',
    LOGIN_TYPE: types[row.loginType] ?? row.loginType,
    LOGIN_SUB_TYPE: row.loginSubType ?? '',
    LOGIN_STATUS: codes[row.status] ?? row.status,
    SOURCE_IP: row.sourceIp,
  },
});

const ofStray = ({ at, status, username = '', sourceIp, uri, loginType }: StrayLogin): Event => ({
  at,
  cells: { USER_NAME: username, URI: uri, LOGIN_TYPE: loginType, LOGIN_STATUS: status, SOURCE_IP: sourceIp },
});

export type LogFile = { id: string; from: number; to: number; writtenAt: number };

const eventsOf = (org: Org): Event[] => [
  ...org.loginRows.map((row) => ofRow(org, row)),
  ...org.strayLogins.map(ofStray),
];

/** The files that are written by now: of each day or hour in which anybody logged in. */
export const filesOf = (org: Org, now: number): LogFile[] => {
  if (org.eventLog === undefined) return [];
  const { span, delay } = lengths[org.eventLog];
  const starts = new Set(eventsOf(org).map(({ at }) => Math.floor(at / span) * span));
  return [...starts]
    .map((from) => ({ id: makeId('0AT', org.pod, from / hour), from, to: from + span, writtenAt: from + span + delay }))
    .filter(({ writtenAt }) => writtenAt <= now && writtenAt > now - kept)
    .toSorted((a, b) => a.from - b.from);
};

const lineOf = (org: Org, { at, cells }: Event): string => {
  const time = new Date(at).toISOString();
  const all: Cells = {
    EVENT_TYPE: 'Login',
    TIMESTAMP: time.replaceAll(/[-:TZ]/gu, ''),
    TIMESTAMP_DERIVED: time,
    ORGANIZATION_ID: id15(org.id),
    CLIENT_IP: cells.SOURCE_IP ?? '',
    ...cells,
  };
  return columnsOfLog.map((column) => `"${(all[column] ?? '').replaceAll('"', '""')}"`).join(',');
};

export const csvOf = (org: Org, { from, to }: LogFile): string => {
  const events = eventsOf(org).filter(({ at }) => at >= from && at < to);
  const header = columnsOfLog.map((column) => `"${column}"`).join(',');
  return [header, ...events.map((event) => lineOf(org, event))].map((line) => `${line}\n`).join('');
};
