import { defined, isoOf } from '../model/index.ts';
import type { LoginRow, SeenIntegration } from '../model/index.ts';
import { flowOfRow } from '../loginhistory/one-login/index.ts';
import type { LoginGroup } from '../loginhistory/reading/tally/group.ts';
import { isInBrowser } from '../clues/rows.ts';

/** One integration of the window: its logins that are alike in user, app, kind of login and address. */
export type Watched = {
  readonly seen: SeenIntegration;
  /** When it logged in, one time of each group: UTC, ISO 8601, newest first. */
  readonly times: readonly string[];
  /** Its newest login that went well, as a row. */
  readonly row: LoginRow;
};

/** So many hours are judged one by one: a week has no more. */
const mostTimes = 168;

/** What stands where no app was gone through. */
const noApp: ReadonlySet<string> = new Set(['n/a', 'browser', '']);

const rowOf = ({ status, application, loginType, loginSubType, sourceIp, last }: LoginGroup): LoginRow => ({
  id: '',
  at: isoOf(last),
  status,
  success: true,
  recognised: true,
  suspects: [],
  ...defined({ application, loginType, loginSubType, sourceIp }),
});

/** Single sign-on is for people, and so is a browser. */
const isPerson = (row: LoginRow): boolean => isInBrowser(row) || /saml|sso/iu.test(row.loginType ?? '');

const keyOf = ({ user, application, loginType, loginSubType, sourceIp }: LoginGroup): string =>
  JSON.stringify([user, application, loginType, loginSubType, sourceIp]);

const newest = (groups: readonly LoginGroup[]): LoginGroup | undefined => groups.toSorted((a, b) => b.last - a.last)[0];

const hourOfWeek = (at: string): string => {
  const date = new Date(at);
  return `${date.getUTCDay()} ${date.getUTCHours()}`;
};

/** One moment for each hour of the week in which it logs in. */
const timesOf = (groups: readonly LoginGroup[]): readonly string[] => {
  const all = groups.flatMap(({ first, last }) => [isoOf(last), isoOf(first)]).toSorted((a, b) => (a < b ? 1 : -1));
  return [...new Map(all.toReversed().map((at) => [hourOfWeek(at), at])).values()].toReversed().slice(0, mostTimes);
};

const watchedOf = (groups: readonly LoginGroup[], nameOf: (id: string) => string): readonly Watched[] => {
  const wells = groups.filter(({ success }) => success);
  const last = newest(wells);
  if (last?.user === undefined) return [];
  const row = rowOf(last);
  const app = noApp.has(last.application?.toLowerCase() ?? '') ? undefined : last.application;
  const { loginType, sourceIp } = last;
  const flow = flowOfRow(row);
  return [
    {
      seen: {
        user: nameOf(last.user),
        person: isPerson(row),
        sourceIps: sourceIp === undefined ? [] : [sourceIp],
        logins: wells.reduce((sum, { count }) => sum + count, 0),
        lastLogin: row.at,
        ...defined({ app, loginType, flow }),
        ...((newest(groups)?.last ?? 0) > last.last ? { failing: true } : {}),
      },
      times: timesOf(wells),
      row,
    },
  ];
};

/** Every integration that logged in during the window. `nameOf`: the username of an id. Pure. */
export const integrationsIn = (groups: Iterable<LoginGroup>, nameOf: (id: string) => string): readonly Watched[] =>
  [...Map.groupBy(groups, keyOf).values()].flatMap((some) => watchedOf(some, nameOf));
