import { turningPoint } from '../../loginhistory/one-login/index.ts';
import { defined, minuteMs } from '../../model/index.ts';
import type { LoginRow } from '../../model/index.ts';
import { readStatus } from '../../recognition/index.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import { isCutOff } from './cut-off.ts';
import { appText, type Context } from './question.ts';
import { needed, number, records, sameText, text, time, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';

/** Rows of the page that is read backwards from the failure, of the newest rows beside it, and forwards from the last success. */
export const pages = { back: 1000, newest: 200, forward: 200 } as const;

/** Clocks differ, and a person rounds: the row of the failing minute may lie a little after the time given. */
const slackMs = 5 * minuteMs;

const columns = 'Id, LoginTime, Status, LoginType, LoginSubType, Application, SourceIp, LoginUrl, ApiVersion';

const rowsOf = (userId: string, condition: string, tail: string): OrgRequest =>
  query(`SELECT ${columns} FROM LoginHistory WHERE UserId = ${quoted(userId)}${condition} ORDER BY LoginTime ${tail}`);

/** Until when rows count as "before the failure": undefined = now. */
const until = ({ asked: { failedAt } }: Context): string | undefined =>
  failedAt === undefined ? undefined : new Date(Date.parse(failedAt) + slackMs).toISOString();

/**
 * Status cannot stand in WHERE, but it can be grouped: so a last success that lies beyond the page is still found.
 * Where a time was given, the newest rows are read too: they tell whether it works by now.
 */
export const firstRequests = (userId: string, seen: Context): readonly OrgRequest[] => {
  const end = until(seen);
  const condition = end === undefined ? '' : ` AND LoginTime <= ${end}`;
  return [
    rowsOf(userId, condition, `DESC LIMIT ${pages.back}`),
    query(
      `SELECT Application, Status, MAX(LoginTime) LastLogin FROM LoginHistory WHERE UserId = ${quoted(userId)}${condition} GROUP BY Application, Status`,
    ),
    ...(end === undefined ? [] : [rowsOf(userId, '', `DESC LIMIT ${pages.newest}`)]),
  ];
};

/** From the last success on: the rows in which it stopped working. */
export const turningRequest = (userId: string, lastSuccess: string): OrgRequest =>
  rowsOf(userId, ` AND LoginTime >= ${lastSuccess}`, `ASC LIMIT ${pages.forward}`);

export const readRow = (row: Row): LoginRow => {
  const status = needed(text(row.Status));
  return {
    id: needed(text(row.Id)),
    at: needed(time(row.LoginTime)),
    status,
    ...readStatus(status),
    ...defined({
      loginType: text(row.LoginType),
      loginSubType: text(row.LoginSubType),
      application: text(row.Application),
      sourceIp: text(row.SourceIp),
      loginUrl: text(row.LoginUrl),
      apiVersion: number(row.ApiVersion),
    }),
  };
};

/** Newest first, each row once. */
export const inOrder = (rows: readonly LoginRow[]): readonly LoginRow[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].toSorted(
    (a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id),
  );

/** What the rows call the app. Rows of an app show its label; where none shows it, every row counts. */
const isMine = (
  seen: Context,
  shown: ReadonlyArray<string | undefined>,
): ((application: string | undefined) => boolean) => {
  const found = seen.fact('listed');
  const names = [
    found.state === 'known' ? found.value?.name : undefined,
    appText(seen.asked.integration),
    seen.asked.integration.appLabel,
  ];
  const mine = (application: string | undefined): boolean => names.some((name) => sameText(name, application));
  return shown.some(mine) ? mine : () => true;
};

export type Turning = {
  /** UTC, ISO 8601. */
  readonly lastSuccess?: string;
  /** UTC, ISO 8601. Where `beyond`, the oldest failure on the page: the first one lies before it. */
  readonly firstFailure?: string;
  /** The last success lies beyond the page that was read. */
  readonly beyond: boolean;
};

/** When the integration stopped working, as far as the first page and the groups tell. */
const turning = (page: OrgAnswer, groups: readonly Row[], seen: Context): Turning => {
  const rows = inOrder(records(page).map(readRow));
  const mine = isMine(seen, [
    ...rows.map(({ application }) => application),
    ...groups.map((row) => text(row.Application)),
  ]);
  const own = rows.filter(({ application }) => mine(application));
  const point = turningPoint(own, until(seen) ?? seen.asked.now);
  // An org may send a page of fewer rows than were asked for, and say that there are more.
  const isAll = rows.length < pages.back && !isCutOff(page);
  if (point.lastSuccess !== undefined || isAll) return { ...point, beyond: false };
  const successes = groups
    .filter((row) => readStatus(text(row.Status) ?? '').success && mine(text(row.Application)))
    .flatMap((row) => time(row.LastLogin) ?? []);
  const lastSuccess = successes.toSorted().at(-1);
  return lastSuccess === undefined ? { ...point, beyond: false } : { ...point, lastSuccess, beyond: true };
};

/** The turning point from the answers to `firstRequests`; undefined while they are not there. */
export const turningSoFar = (userId: string, seen: Context): Turning | undefined => {
  const answers = seen.answers(firstRequests(userId, seen));
  const [page, groups] = answers ?? [];
  if (page === undefined || groups === undefined) return undefined;
  return turning(page, records(groups), seen);
};
