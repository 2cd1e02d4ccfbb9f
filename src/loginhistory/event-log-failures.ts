import type { EventLogFailures, Fact, FailureFilters } from '../model/index.ts';
import { filterBy } from './filter.ts';
import { statusesOf } from './groups/causes.ts';
import { countIn, sharesOf, type Counter } from './groups/shares.ts';
import type { NobodysLogins } from './reading/index.ts';
import { iso, period } from './times.ts';

type Window = { readonly since: number; readonly until: number };

/** Whether nobody's logins are asked for: with a user or an app they are not, since they name neither. */
export const asksForNobodys = ({ usernames, apps }: FailureFilters): boolean =>
  usernames.length === 0 && apps.length === 0;

const unseen = (fact: Exclude<Fact<unknown>, { readonly state: 'known' }>): EventLogFailures =>
  fact.state === 'denied'
    ? { state: 'unseen', why: 'denied', permission: fact.permission }
    : { state: 'unseen', why: fact.reason };

/** Nobody's logins, counted: by status and by address. */
export const eventLogFailures = (
  fact: Fact<NobodysLogins>,
  { since, until }: Window,
  filters: FailureFilters,
): EventLogFailures => {
  if (fact.state !== 'known') return unseen(fact);
  const { rows, covered, isCut } = fact.value;
  const keep = filterBy(filters, (user) => user);
  const kept = rows.filter((row) => keep(row)).toSorted((a, b) => a.at.localeCompare(b.at));
  const [statuses, addresses]: readonly [Counter, Counter] = [new Map(), new Map()];
  for (const { status, sourceIp } of kept) {
    countIn(statuses, status, 1);
    countIn(addresses, sourceIp, 1);
  }
  const [first, last] = [kept[0]?.at, kept.at(-1)?.at];
  return {
    state: 'seen',
    covered: period(
      Math.max(since, Math.min(...covered.map(({ from }) => from))),
      Math.min(until, Math.max(...covered.map(({ to }) => to))),
    ),
    isCut,
    rows: kept.length,
    statuses: statusesOf(statuses),
    addresses: sharesOf(addresses),
    ...(first === undefined || last === undefined
      ? {}
      : { first: iso(Date.parse(first)), last: iso(Date.parse(last)) }),
  };
};
