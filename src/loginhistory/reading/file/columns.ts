import { eventMeaning, placesOf } from '../../event-log/columns.ts';
import { loginTypeLabel } from '../../event-log/login-types.ts';
import type { Dimension } from '../tally/group.ts';

export type LoginFileFormat = 'login-history' | 'event-log-file';

/** What only a tally has, whose rows are counted already. */
type CountMeaning = 'firstMs' | 'lastMs' | 'spanMs' | 'logins';

/** What a login row is read for. `userId` stands where a program exported it, `event` in event log files only. */
export type Meaning = Dimension | 'time' | 'compactTime' | 'userId' | 'event' | CountMeaning;

/** One row, by what its values mean. What is empty is absent. */
export type LoginFileRow = Readonly<Partial<Record<Meaning, string>>>;

/**
 * Names of columns, in small letters without anything between. Login History: the columns of the Setup page, and the field
 * names of LoginHistory and LoginEvent, as a query exports them. No recorded export of the page is known, so more names are taken than needed.
 */
const historyNames: Readonly<Record<string, Meaning>> = {
  logintime: 'time',
  time: 'time',
  eventdate: 'time',
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

/** What a warehouse answers to our query (`loginhistory/warehouse`). A warehouse may spell them in capitals. */
const tallyNames: Readonly<Record<string, Meaning>> = {
  ...historyNames,
  eventtype: 'event',
  firstms: 'firstMs',
  lastms: 'lastMs',
  spanms: 'spanMs',
  logins: 'logins',
};

const countMeanings: readonly CountMeaning[] = ['firstMs', 'lastMs', 'spanMs', 'logins'];

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');

const wanted: Readonly<Record<LoginFileFormat, readonly Meaning[]>> = {
  'login-history': ['time', 'status', 'user', 'sourceIp', 'loginType', 'application', 'countryIso'],
  'event-log-file': ['time', 'status', 'userId', 'user', 'sourceIp', 'loginType', 'loginSubType'],
};

/** What says the same as well as it can. */
const standsFor: Readonly<Partial<Record<Meaning, readonly Meaning[]>>> = {
  time: ['compactTime', 'firstMs'],
  user: ['userId'],
};

/** What of a format is looked for and was not among these. */
export const missingOf = (format: LoginFileFormat, found: ReadonlySet<Meaning>): readonly Meaning[] =>
  wanted[format].filter((meaning) => ![meaning, ...(standsFor[meaning] ?? [])].some((one) => found.has(one)));

export type Columns = {
  readonly format: LoginFileFormat;
  /** Each record is a group of rows: the answer of a warehouse to our query. */
  readonly isTally: boolean;
  /** Where each meaning stands in a record, from 0. */
  readonly at: ReadonlyMap<Meaning, number>;
};

type Names = { readonly format: LoginFileFormat; readonly meaningOf: (name: string) => Meaning | undefined };

const ofRows = (header: readonly string[]): Names =>
  header.includes('EVENT_TYPE') && header.includes('TIMESTAMP')
    ? { format: 'event-log-file', meaningOf: eventMeaning }
    : { format: 'login-history', meaningOf: (name) => historyNames[plain(name)] };

/** Undefined: it is no header of a tally. */
const ofTally = (header: readonly string[]): Names | undefined => {
  const meaningOf = (name: string): Meaning | undefined => tallyNames[plain(name)];
  const found = new Set(header.map(meaningOf));
  if (!countMeanings.every((meaning) => found.has(meaning))) return undefined;
  return { format: found.has('event') ? 'event-log-file' : 'login-history', meaningOf };
};

const hasTime = (at: ReadonlyMap<Meaning, number>): boolean =>
  at.has('time') || (standsFor.time ?? []).some((meaning) => at.has(meaning));

/** The columns of a header; undefined where it is none: without a time or a status there is nothing to count. */
export const columnsOf = (header: readonly string[]): Columns | undefined => {
  const tally = ofTally(header);
  const { format, meaningOf } = tally ?? ofRows(header);
  const at = placesOf(header, meaningOf);
  return at.has('status') && hasTime(at) ? { format, isTally: tally !== undefined, at } : undefined;
};

/** A record by what its values mean: trimmed, with the labels that Login History shows for the codes of the event log. */
export const rowOf = ({ format, at }: Columns, record: readonly string[]): LoginFileRow => {
  const row: Partial<Record<Meaning, string>> = {};
  for (const [meaning, column] of at) {
    const value = record[column]?.trim() ?? '';
    if (value !== '')
      row[meaning] = meaning === 'loginType' && format === 'event-log-file' ? loginTypeLabel(value) : value;
  }
  return row;
};
