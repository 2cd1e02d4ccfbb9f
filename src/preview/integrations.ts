import { defined, isoOf } from '../model/index.ts';
import type { LoginRow, SeenIntegration } from '../model/index.ts';
import { flowOfRow, urlOfHost } from '../loginhistory/one-login/index.ts';
import type { HostUse } from '../loginhistory/reading/org/hosts.ts';
import type { LoginGroup } from '../loginhistory/reading/tally/group.ts';
import { isInBrowser } from '../clues/rows.ts';
import { minuteOfWeek, type LoginTime } from './login-times.ts';

/** One integration of the window: its logins that are alike in user, app, kind of login and address. */
export type Watched = {
  readonly seen: SeenIntegration;
  /** When it logged in, newest first. */
  readonly times: readonly LoginTime[];
  /** Its newest login that went well, as a row; none: it did not log in during the window. */
  readonly row?: LoginRow;
};

/** What stands where no app was gone through. */
const noApp: ReadonlySet<string> = new Set(['n/a', 'browser', '']);

/** Whether Login History says that no app was gone through. */
export const isWithoutApp = ({ application }: Pick<LoginRow, 'application'>): boolean =>
  noApp.has(application?.toLowerCase() ?? '');

/** `at`: when its newest login was, or the earliest that it can have been. */
const rowOf = ({ status, application, loginType, loginSubType, sourceIp }: LoginGroup, at: string): LoginRow => ({
  id: '',
  at,
  status,
  success: true,
  recognised: true,
  suspects: [],
  ...defined({ application, loginType, loginSubType, sourceIp }),
});

/** Single sign-on is for people, and so is a browser. */
export const isPerson = (row: Pick<LoginRow, 'loginType' | 'loginSubType'>): boolean =>
  isInBrowser(row) || /saml|sso/iu.test(row.loginType ?? '');

const keyOf = ({ user, application, loginType, loginSubType, sourceIp }: LoginGroup): string =>
  JSON.stringify([user, application, loginType, loginSubType, sourceIp]);

const newest = (groups: readonly LoginGroup[]): LoginGroup | undefined => groups.toSorted((a, b) => b.last - a.last)[0];

/** A week apart is alike. Of two logins both times are told, of more the first and the last. */
const timesOf = (groups: readonly LoginGroup[], exactTimes: boolean): readonly LoginTime[] => {
  const all = groups
    .toSorted((a, b) => b.last - a.last)
    .flatMap(({ first, last, count }): readonly LoginTime[] => {
      const [from, to] = [isoOf(first), isoOf(last)];
      if (!exactTimes) return [{ from, to, vague: true }];
      return count > 2 ? [{ from, to }] : [last, first].map((at) => ({ from: isoOf(at), to: isoOf(at) }));
    });
  const keyed = all.map(
    (time) => [`${minuteOfWeek(time.from)} ${Date.parse(time.to) - Date.parse(time.from)}`, time] as const,
  );
  return [...new Map(keyed.toReversed()).values()].toReversed();
};

/** The host by which all of them came; several, or none that is one of Salesforce, are none. */
const loginUrlOf = ({ user, application, loginType }: LoginGroup, hosts: readonly HostUse[]): string | undefined => {
  const own = hosts.filter(
    (one) => one.user === user && one.application === application && one.loginType === loginType,
  );
  const [host, ...others] = new Set(own.map((one) => one.host.toLowerCase()));
  return host === undefined || others.length > 0 ? undefined : urlOfHost(host);
};

type Told = {
  /** The username of an id. */
  readonly nameOf: (id: string) => string;
  /** Whether `first` and `last` of the groups are times of rows. */
  readonly exactTimes: boolean;
  /** Of this user, or of any. */
  readonly hostsOf: (id: string) => readonly HostUse[];
};

const watchedOf = (groups: readonly LoginGroup[], { nameOf, exactTimes, hostsOf }: Told): readonly Watched[] => {
  const wells = groups.filter(({ success }) => success);
  const last = newest(wells);
  if (last?.user === undefined) return [];
  const row = rowOf(last, isoOf(exactTimes ? last.last : last.first));
  const app = isWithoutApp(last) ? undefined : last.application;
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
        ...defined({ app, loginType, flow, loginUrl: loginUrlOf(last, hostsOf(last.user)) }),
        ...((newest(groups)?.last ?? 0) > last.last ? { failing: true } : {}),
      },
      times: timesOf(wells, exactTimes),
      row,
    },
  ];
};

/** Every integration that logged in during the window. Pure. */
export const integrationsIn = (groups: Iterable<LoginGroup>, told: Told): readonly Watched[] =>
  [...Map.groupBy(groups, keyOf).values()].flatMap((some) => watchedOf(some, told));
