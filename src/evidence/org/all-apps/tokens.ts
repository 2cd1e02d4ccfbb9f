import { dayMs, defined, isoOf, known, type Fact, type OrgTokens, type TokenGroup } from '../../../model/index.ts';
import { blindTo, lookAt, refused } from '../../denial.ts';
import { askOne, beside, type Asking } from '../../waves.ts';
import { countIn } from '../app-check/app-tokens.ts';
import { pursue } from '../index.ts';
import type { AskableOrg } from '../question.ts';
import { nextPage, records, text, time, whole, type Row } from '../rows.ts';
import { query } from '../soql.ts';

const by = 'FROM OauthToken';
const groupBy = 'GROUP BY AppName, AppMenuItemId LIMIT 2000';

/** Counted and grouped by the org: no row travels. */
const inAll = query(`SELECT COUNT() ${by}`);
const byApp = query(`SELECT AppName, AppMenuItemId, COUNT(UserId) n, MAX(LastUsedDate) used ${by} ${groupBy}`);
const neverUsed = query(`SELECT AppName, AppMenuItemId, COUNT(UserId) n ${by} WHERE LastUsedDate = null ${groupBy}`);

const keyOf = (row: Row): string => `${text(row.AppMenuItemId) ?? ''} ${text(row.AppName) ?? ''}`;

const sum = (groups: ReadonlyArray<{ readonly total: number }>): number =>
  groups.reduce((all, { total }) => all + total, 0);

const grouped = (groups: readonly Row[], unused: readonly Row[]): readonly TokenGroup[] => {
  const never = new Map(unused.map((row) => [keyOf(row), whole(row.n) ?? 0]));
  return groups.map((row) => {
    const [menuItem, lastUsedAt] = [text(row.AppMenuItemId), time(row.used)];
    return {
      app: text(row.AppName) ?? '',
      ...defined({ menuItem }),
      total: whole(row.n) ?? 0,
      neverUsed: never.get(keyOf(row)) ?? 0,
      ...defined({ lastUsedAt }),
    };
  });
};

const groupRows = (rows: readonly Row[]): readonly TokenGroup[] =>
  [...Map.groupBy(rows, keyOf).values()].map((same) => {
    const [menuItem, used] = [text(same[0]?.AppMenuItemId), same.flatMap((row) => time(row.LastUsedDate) ?? [])];
    const lastUsedAt = used.toSorted().at(-1);
    return {
      app: text(same[0]?.AppName) ?? '',
      ...defined({ menuItem }),
      total: same.length,
      neverUsed: same.length - used.length,
      ...defined({ lastUsedAt }),
    };
  });

/** Reading OauthToken stops here without a word, 500 rows a page. Source: limits sheet, section 2. */
const mostRows = 2500;

/** So often windows with more than that are cut anew, each time into some more pieces than an even spread would need. */
const mostCuts = 6;
const spare = 2;

/** When a token was last used: ms, UTC; `to` is not included. */
type Window = { readonly from: number; readonly to: number };

const used = ({ from, to }: Window): string => `WHERE LastUsedDate >= ${isoOf(from)} AND LastUsedDate < ${isoOf(to)}`;

const cut = ({ from, to }: Window, rows: number): readonly Window[] => {
  const pieces = Math.ceil(rows / mostRows) + spare;
  const edges = Array.from({ length: pieces + 1 }, (_none, at) => Math.round(from + ((to - from) * at) / pieces));
  return edges.slice(1).map((edge, at) => ({ from: edges[at] ?? from, to: edge }));
};

const sizedOf = function* (window: Window): Asking<{ readonly window: Window; readonly rows: number }> {
  return { window, rows: countIn(yield* askOne(query(`SELECT COUNT() ${by} ${used(window)}`))) };
};

/** Windows that hold no more rows than can be read; what cannot be cut any more is read as far as it goes. */
const windowsIn = function* (all: Window): Asking<readonly Window[]> {
  const done: Window[] = [];
  let open: readonly Window[] = [all];
  for (let cuts = 0; open.length > 0; cuts += 1) {
    const sized = yield* beside(open.map(sizedOf));
    const tooMany = sized.filter(({ rows }) => rows > mostRows && cuts < mostCuts);
    done.push(...sized.filter((one) => one.rows > 0 && !tooMany.includes(one)).map(({ window }) => window));
    open = tooMany.flatMap(({ window, rows }) => cut(window, rows));
  }
  return done;
};

/** All pages of one window, as far as the org gives them. */
const pagesOf = function* (where: string): Asking<readonly Row[]> {
  const rows: Row[] = [];
  for (
    let next: ReturnType<typeof nextPage> = query(`SELECT AppName, AppMenuItemId, LastUsedDate ${by} ${where}`);
    next !== undefined;
  ) {
    const answer = yield* askOne(next);
    rows.push(...records(answer));
    next = nextPage(answer);
  }
  return rows;
};

const oldest = query(`SELECT LastUsedDate ${by} WHERE LastUsedDate != null ORDER BY LastUsedDate LIMIT 1`);

/** Row by row, for an org that does not group: all of them where they are no more than can be read, else by when they were last used. */
const readRows = function* (total: number, now: string): Asking<readonly Row[]> {
  if (total <= mostRows) return yield* pagesOf('');
  const first = time(records(yield* askOne(oldest))[0]?.LastUsedDate);
  const windows = first === undefined ? [] : yield* windowsIn({ from: Date.parse(first), to: Date.parse(now) + dayMs });
  return (yield* beside([pagesOf('WHERE LastUsedDate = null'), ...windows.map((one) => pagesOf(used(one)))])).flat();
};

/** The tokens of all apps. Where the org's groups do not add up to its own count, they are read; `read` says how many the groups rest on. */
export const tokensOf = function* (org: AskableOrg, now: string): Asking<Fact<OrgTokens>> {
  const [{ fact }, count, groups, unused] = yield* beside([
    pursue(org, { integration: { sourceIps: [] }, now }, ['rights']),
    askOne(inAll),
    askOne(byApp),
    askOne(neverUsed),
  ]);
  const look = lookAt(fact('rights'), { name: 'OauthToken', needs: [['CustomizeApplication']] });
  if (!count.ok) return refused(count, look);
  const blind = blindTo(look);
  if (blind !== undefined) return blind;
  const total = countIn(count);
  const counted = grouped(records(groups), records(unused));
  if (unused.ok && sum(counted) === total) return known({ groups: counted, total, read: total }, look.source);
  const rows = groupRows(yield* readRows(total, now));
  return known({ groups: rows, total, read: sum(rows) }, look.source);
};
