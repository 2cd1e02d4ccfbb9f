import { CsvError, parse } from 'csv-parse/sync';
import { eventMeaning, placesOf } from './columns.ts';
import { fromCompact } from './compact-time.ts';
import { csvOptions } from './csv-options.ts';
import { loginTypeLabel } from './login-types.ts';

/** One login of an event log file, without the names in it. */
export type EventLogRow = {
  /** UTC, ISO 8601. */
  readonly at: string;
  /** A LOGIN_STATUS code. */
  readonly status: string;
  readonly loginType?: string;
  readonly loginSubType?: string;
  readonly sourceIp?: string;
};

/** Whose login it is, as it stands in the file. */
export type EventLogWho = { readonly userId?: string; readonly username?: string };

type Read = { readonly row: EventLogRow; readonly who: EventLogWho };

/** Reads the records under a header; undefined where the header is of another file. */
const readerFor = (header: readonly string[]): ((record: readonly string[]) => Read | undefined) | undefined => {
  const at = placesOf(header, eventMeaning);
  if (!at.has('status') || !(at.has('time') || at.has('compactTime'))) return undefined;
  return (record) => {
    const cell = (meaning: Parameters<typeof at.get>[0]): string | undefined => {
      const place = at.get(meaning);
      const value = place === undefined ? '' : (record[place]?.trim() ?? '');
      return value === '' ? undefined : value;
    };
    const ms = Date.parse(cell('time') ?? fromCompact(cell('compactTime') ?? ''));
    const [event = 'Login', status] = [cell('event'), cell('status')];
    if (event !== 'Login' || status === undefined || Number.isNaN(ms)) return undefined;
    const [loginType, loginSubType, sourceIp] = [cell('loginType'), cell('loginSubType'), cell('sourceIp')];
    const [userId, username] = [cell('userId'), cell('user')];
    return {
      row: {
        at: new Date(ms).toISOString(),
        status,
        ...(loginType === undefined ? {} : { loginType: loginTypeLabel(loginType) }),
        ...(loginSubType === undefined ? {} : { loginSubType }),
        ...(sourceIp === undefined ? {} : { sourceIp }),
      },
      who: { ...(userId === undefined ? {} : { userId }), ...(username === undefined ? {} : { username }) },
    };
  };
};

/**
 * What `pick` makes of the logins of an event log file. Whose the others are, and what anybody typed as a username, is forgotten here.
 * Undefined: it is no such file.
 */
export const readEventLog = <T>(
  csv: string,
  pick: (row: EventLogRow, who: EventLogWho) => T | undefined,
): readonly T[] | undefined => {
  const found: T[] = [];
  let read: ReturnType<typeof readerFor>;
  let isFirst = true;
  try {
    parse(csv, {
      ...csvOptions,
      on_record: (record: readonly string[]) => {
        const login = read?.(record);
        if (isFirst) read = readerFor(record);
        isFirst = false;
        const picked = login === undefined ? undefined : pick(login.row, login.who);
        if (picked !== undefined) found.push(picked);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
  return read === undefined ? undefined : found;
};
