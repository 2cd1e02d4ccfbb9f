import { nextPage, records, text } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import type { Asking } from '../../../evidence/waves.ts';
import { readRow } from '../../../evidence/org/login-history.ts';
import type { Row } from '../../../evidence/org/rows.ts';
import { defined, isoOf } from '../../../model/index.ts';
import type { LoginRow } from '../../../model/index.ts';
import type { LoginGroup } from '../tally/group.ts';
import { groupOfRow } from './from-rows.ts';
import type { LoginHistory } from './history.ts';
import { send, type Part } from './send.ts';
import type { Fields } from './fields.ts';

/** One row of Login History with the fields that the doctor has no use for. `at`: UTC, ISO 8601. */
export type HistoryRow = LoginRow & {
  /** Id. */
  readonly user?: string;
  readonly countryIso?: string;
  /** The address behind a proxy. Empty for OAuth and SSO logins. */
  readonly forwardedForIp?: string;
};

export type RowsWanted = {
  /** The groups that are shown as one: their rows are wanted. */
  readonly groups: readonly LoginGroup[];
  /** How many rows, newest first. */
  readonly limit: number;
};

const columns = [
  'Id',
  'LoginTime',
  'UserId',
  'Status',
  'LoginType',
  'LoginSubType',
  'Application',
  'SourceIp',
  'LoginUrl',
  'CountryIso',
  'ForwardedForIp',
];

/** What a query of rows selects: one unknown column would spoil it. */
export const rowColumns = ({ present: known }: Fields): string => columns.filter((name) => known.has(name)).join(', ');

export const readHistoryRow = (row: Row): HistoryRow => ({
  ...readRow(row),
  ...defined({
    user: text(row.UserId),
    countryIso: text(row.CountryIso),
    forwardedForIp: text(row.ForwardedForIp),
  }),
});

/** Pieces of time that are looked into for one group, and pages of 2,000 rows for one piece. */
const mostPieces = 4;
const mostPages = 4;

const newestFirst = (groups: readonly LoginGroup[], limit: number): readonly LoginGroup[] => {
  const sorted = groups.toSorted((a, b) => b.last - a.last);
  let rows = 0;
  const enough = sorted.findIndex(({ count }) => (rows += count) >= limit);
  return sorted.slice(0, Math.min(mostPieces, enough === -1 ? sorted.length : enough + 1));
};

/** What the org can filter by; the rest is filtered here. `last` is the time of a row, in whole seconds. */
const soqlFor = ({ first, last, user, loginType }: LoginGroup, fields: Fields): string =>
  [
    `SELECT ${rowColumns(fields)} FROM LoginHistory`,
    `WHERE LoginTime >= ${isoOf(first)} AND LoginTime <= ${isoOf(last)}`,
    ...(user === undefined ? [] : [`AND UserId = ${quoted(user)}`]),
    ...(loginType === undefined ? [] : [`AND LoginType = ${quoted(loginType)}`]),
    'ORDER BY LoginTime DESC',
  ].join(' ');

/** Whether a row is of a group, in the dimensions that the group tells. */
const isOf = (row: Row, group: LoginGroup): boolean => {
  const own = groupOfRow(row);
  return (
    own.status === group.status &&
    (group.application === undefined || own.application === group.application) &&
    (group.loginType === undefined || own.loginType === group.loginType) &&
    (group.loginSubType === undefined || own.loginSubType === group.loginSubType) &&
    (group.user === undefined || own.user === group.user) &&
    (group.sourceIp === undefined || own.sourceIp === group.sourceIp)
  );
};

type Of = { readonly wanted: number; readonly group: LoginGroup; readonly page: number };

export type RowsFound = {
  /** As wanted, in that order. */
  readonly rows: ReadonlyArray<readonly HistoryRow[]>;
  /** Not all of it was answered. */
  readonly refused: boolean;
};

/** The newest rows of each thing wanted, each row once. All of them travel together: one request for 25 pieces of time. */
export const rowsFor = function* ({ fields }: LoginHistory, wanted: readonly RowsWanted[]): Asking<RowsFound> {
  const found = wanted.map(() => new Map<string, HistoryRow>());
  let refused = false;
  let pending = wanted.flatMap(({ groups, limit }, at) =>
    newestFirst(groups, limit).map((group): Part<Of> => ({
      request: query(soqlFor(group, fields)),
      rows: group.count,
      of: { wanted: at, group, page: 1 },
    })),
  );
  while (pending.length > 0) {
    const answered = yield* send(pending);
    pending = [];
    for (const { answer, of } of answered) {
      refused ||= !answer.ok;
      const rows = found[of.wanted];
      for (const row of records(answer)) {
        const read = readHistoryRow(row);
        if (isOf(row, of.group)) rows?.set(read.id, read);
      }
      const next = nextPage(answer);
      const isEnough = (rows?.size ?? 0) >= (wanted[of.wanted]?.limit ?? 0);
      if (next === undefined || isEnough || of.page >= mostPages) continue;
      pending.push({ request: next, rows: 2000, of: { ...of, page: of.page + 1 } });
    }
  }
  const newest = found.map((rows, at) =>
    [...rows.values()]
      .toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
      .slice(0, wanted[at]?.limit ?? 0),
  );
  return { rows: newest, refused };
};
