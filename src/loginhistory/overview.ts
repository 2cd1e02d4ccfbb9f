import { defined } from '../model/index.ts';
import type { FailingLogin, FailureGroup, LoginFailures, Outcome, Overview } from '../model/index.ts';

/** It has worked since: it fails no more. */
const isOver = ({ firstSuccessAfter }: FailureGroup): boolean => firstSuccessAfter !== undefined;

const failing = (group: FailureGroup): FailingLogin => {
  const { causes, rows, first, last, login, users, apps, statuses, lastSuccessBefore, changes } = group;
  const user = login?.user ?? users.top[0]?.value;
  const app = login?.app ?? apps.top[0]?.value;
  const change = changes.find(({ likely }) => likely);
  return {
    ...defined({ user, app }),
    status: statuses[0]?.status ?? '',
    causes,
    rows,
    first,
    last,
    ...(lastSuccessBefore === undefined ? {} : { lastSuccess: lastSuccessBefore }),
    ...defined({ change }),
  };
};

const outcomeOf = (logins: readonly FailingLogin[], { silences, completeness }: LoginFailures): Outcome => {
  if (logins.length === 0) return completeness.whole && silences.length === 0 ? 'healthy' : 'inconclusive';
  return logins.every(({ causes }) => causes.some(({ decided }) => decided)) ? 'cause-found' : 'inconclusive';
};

/** What fails now, from failures that are grouped by user. */
export const overviewOf = (result: LoginFailures): Overview => {
  const { from, window, groups, silences, totals, completeness, cost } = result;
  const logins = groups.filter((group) => !isOver(group)).map(failing);
  const { orgRoundTrips, requests, milliseconds } = cost;
  return {
    schemaVersion: 1,
    outcome: outcomeOf(logins, result),
    ...(from.kind === 'org' ? { targetOrg: from.targetOrg } : {}),
    window,
    failing: logins,
    silent: silences,
    successes: totals.successes,
    whole: completeness.whole,
    ...(completeness.permission === undefined ? {} : { permission: completeness.permission }),
    cost: { orgRoundTrips, requests, milliseconds },
  };
};
