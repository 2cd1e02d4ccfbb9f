import type { FailureGroup, LoginFailures, Shares } from '../../model/index.ts';
import { csvTable } from '../csv.ts';
import { allPrintable } from '../printable.ts';
import { nextCommand } from './next.ts';

const columns = [
  'record',
  'key',
  'title',
  'cause',
  'failures',
  'incidents',
  'from',
  'to',
  'statuses',
  'users',
  'apps',
  'addresses',
  'login_types',
  'last_success_before',
  'first_success_after',
  'nearest_change',
  'state',
  'detail',
  'successes_of',
  'to_do',
  'next',
] as const;

type Cells = Readonly<Partial<Record<(typeof columns)[number], string | number | undefined>>>;

const values = ({ top, different }: Shares): string =>
  [...top.map(({ value }) => value), ...(different > top.length ? [`+${different - top.length}`] : [])].join('; ');

const groupLine = (group: FailureGroup, from: LoginFailures['from']): Cells => {
  const [change] = group.changes;
  return {
    record: 'group',
    key: group.key,
    title: group.title,
    cause: group.causes.map(({ id }) => id).join('; '),
    failures: group.rows,
    incidents: group.incidents.atLeast,
    from: group.first,
    to: group.last,
    statuses: group.statuses.map(({ status }) => status).join('; '),
    users: values(group.users),
    apps: values(group.apps),
    addresses: values(group.addresses),
    login_types: values(group.loginTypes),
    last_success_before: group.lastSuccessBefore ?? '',
    first_success_after: group.firstSuccessAfter ?? '',
    ...(change === undefined ? {} : { nearest_change: `${change.at} ${change.display}` }),
    detail: group.incidents.exact ? '' : 'incidents: at least',
    successes_of: group.login === undefined ? '' : [group.login.user, group.login.app].filter(Boolean).join('; '),
    to_do: group.remedy?.title,
    next: nextCommand(group, from),
  };
};

const summaryLine = ({ totals, window, outcome, completeness }: LoginFailures): Cells => ({
  record: 'summary',
  failures: totals.failures,
  incidents: totals.incidents.atLeast,
  ...window,
  state: outcome,
  detail: `successes: ${totals.successes}; complete: ${completeness.whole ? 'yes' : 'no'}${completeness.permission === undefined ? '' : `; needs: ${completeness.permission}`}`,
});

const thresholdLine = ({ threshold }: LoginFailures): readonly Cells[] =>
  threshold === undefined
    ? []
    : [
        {
          record: 'threshold',
          state: threshold.state,
          ...(threshold.highest === undefined
            ? { failures: 0 }
            : { failures: threshold.highest.rows, from: threshold.highest.from, to: threshold.highest.to }),
          detail: `limit: ${threshold.limit}; window: ${threshold.windowMs / 1000} s`,
        },
      ];

const spikeLines = ({ spikes }: LoginFailures): readonly Cells[] =>
  spikes.map(({ key, title, window, rows, baseline }) => ({
    record: 'spike',
    key,
    title,
    failures: rows,
    ...window,
    detail: `median: ${baseline.median}; windows: ${baseline.windows}; since: ${baseline.from}`,
  }));

const stormLines = ({ storms }: LoginFailures): readonly Cells[] =>
  storms.map(({ user = '', app = '', addresses, statuses, window, rows, perMinute, ahead }) => ({
    record: 'storm',
    failures: rows,
    ...window,
    statuses: statuses.join('; '),
    users: user,
    apps: app,
    addresses: values(addresses),
    state: ahead.map(({ kind, state }) => `${kind}: ${state}`).join('; '),
    detail: `a minute: ${perMinute}`,
  }));

const silenceLines = ({ silences, window }: LoginFailures): readonly Cells[] =>
  silences.map(({ user = '', app = '', lastSuccess, longestGapMs, silentMs }) => ({
    record: 'silence',
    failures: 0,
    from: lastSuccess,
    to: window.to,
    users: user,
    apps: app,
    last_success_before: lastSuccess,
    detail: `silent: ${Math.round(silentMs / 1000)} s; longest pause before: ${Math.round(longestGapMs / 1000)} s`,
  }));

const rateLines = ({ rates }: LoginFailures): readonly Cells[] =>
  rates.map(({ user, window, rows, successes, apps, limit, state }) => ({
    record: 'rate',
    ...window,
    users: user,
    apps: values(apps),
    state,
    detail: `logins: ${rows}; successes: ${successes}; limit: ${limit}`,
  }));

const eventLogLines = ({ eventLog }: LoginFailures): readonly Cells[] =>
  eventLog?.state === 'seen'
    ? eventLog.statuses.map(({ status, rows }) => ({
        record: 'event-log',
        failures: rows,
        ...eventLog.covered,
        statuses: status,
      }))
    : [];

/** One record a line (RFC 4180): the column `record` tells of what kind. Times: UTC, ISO 8601. */
export const failuresCsv = (counted: LoginFailures): string => {
  const result = allPrintable(counted);
  return csvTable(columns, [
    summaryLine(result),
    ...thresholdLine(result),
    ...spikeLines(result),
    ...stormLines(result),
    ...rateLines(result),
    ...silenceLines(result),
    ...eventLogLines(result),
    ...result.groups.map((group) => groupLine(group, result.from)),
  ]);
};
