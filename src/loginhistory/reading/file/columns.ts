import type { Dimension } from '../tally/group.ts';

export type LoginFileFormat = 'login-history' | 'event-log-file';

/** What a login file is read for. `userId` and `event` only stand in event log files. */
export type Meaning = Dimension | 'time' | 'compactTime' | 'userId' | 'event';

/**
 * Names of columns, in small letters without anything between. Login History: the columns of the Setup page, and the field
 * names of the object, as a query exports them. No recorded export of the page is known, so more names are taken than needed.
 */
const historyNames: Readonly<Record<string, Meaning>> = {
  logintime: 'time',
  time: 'time',
  username: 'user',
  user: 'user',
  userid: 'userId',
  sourceip: 'sourceIp',
  sourceipaddress: 'sourceIp',
  ipaddress: 'sourceIp',
  location: 'countryIso',
  country: 'countryIso',
  countryiso: 'countryIso',
  logintype: 'loginType',
  loginsubtype: 'loginSubType',
  status: 'status',
  loginstatus: 'status',
  application: 'application',
};

/** Both column sets of EventLogFile, EventType Login, that were seen (2021 and 2023). */
const eventLogNames: Readonly<Record<string, Meaning>> = {
  EVENT_TYPE: 'event',
  TIMESTAMP: 'compactTime',
  TIMESTAMP_DERIVED: 'time',
  USER_ID: 'userId',
  USER_ID_DERIVED: 'userId',
  USER_NAME: 'user',
  LOGIN_STATUS: 'status',
  LOGIN_TYPE: 'loginType',
  LOGIN_SUB_TYPE: 'loginSubType',
  SOURCE_IP: 'sourceIp',
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');

export type Columns = {
  readonly format: LoginFileFormat;
  /** Where each meaning stands in a record, from 0. */
  readonly at: Readonly<Partial<Record<Meaning, number>>>;
  /** How many columns the header has. */
  readonly count: number;
  /** Meanings that no column has. */
  readonly missing: readonly Meaning[];
};

const wanted: Readonly<Record<LoginFileFormat, readonly Meaning[]>> = {
  'login-history': ['time', 'status', 'user', 'sourceIp', 'loginType', 'application', 'countryIso'],
  'event-log-file': ['time', 'status', 'userId', 'user', 'sourceIp', 'loginType', 'loginSubType'],
};

/** The columns of a header; undefined where it is none: without a time or a status there is nothing to count. */
export const columnsOf = (header: readonly string[]): Columns | undefined => {
  const isEventLog = header.includes('EVENT_TYPE') && header.includes('TIMESTAMP');
  const format: LoginFileFormat = isEventLog ? 'event-log-file' : 'login-history';
  const at: Partial<Record<Meaning, number>> = {};
  for (const [index, name] of header.entries()) {
    const meaning = isEventLog ? eventLogNames[name] : historyNames[plain(name)];
    // The derived column comes later and is the 18-character form of the same thing.
    if (meaning !== undefined && (at[meaning] === undefined || name.endsWith('_DERIVED'))) at[meaning] = index;
  }
  const hasTime = at.time !== undefined || at.compactTime !== undefined;
  if (!hasTime || at.status === undefined) return undefined;
  const missing = wanted[format].filter((meaning) => at[meaning] === undefined);
  return { format, at, count: header.length, missing };
};
