import { defined, known, type Fact, type OrgTokens, type TokenGroup } from '../../../model/index.ts';
import { blindTo, lookAt, refused } from '../../denial.ts';
import type { OrgAnswer, OrgPort } from '../../org-wire.ts';
import { countIn } from '../app-check/app-tokens.ts';
import type { Rights } from '../permissions.ts';
import { records, text, time, whole, type Row } from '../rows.ts';
import { query, quoted } from '../soql.ts';

const by = 'FROM OauthToken';
const groupBy = 'GROUP BY AppName, AppMenuItemId LIMIT 2000';

/** Counted and grouped by the org: no row travels. */
export const tokenRequests = [
  query(`SELECT COUNT() ${by}`),
  query(`SELECT AppName, AppMenuItemId, COUNT(UserId) n, MAX(LastUsedDate) used ${by} ${groupBy}`),
  query(`SELECT AppName, AppMenuItemId, COUNT(UserId) n ${by} WHERE LastUsedDate = null ${groupBy}`),
  query(`SELECT UserId, COUNT(AppName) n ${by} GROUP BY UserId LIMIT 2000`),
];

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

/** A query of OauthToken answers with 500 rows at most; 300 ids keep it below the length of a URL. */
const mostRows = 500;
const mostUsers = 300;

/** Users in blocks whose tokens fit one answer. A user with more than that stands alone, and is cut. */
const blocksOf = (users: readonly Row[]): ReadonlyArray<readonly string[]> => {
  const blocks: string[][] = [];
  let rows = Infinity;
  for (const user of users) {
    const [id, count] = [text(user.UserId), whole(user.n) ?? 0];
    if (id === undefined) continue;
    const last = blocks.at(-1);
    if (last === undefined || rows + count > mostRows || last.length >= mostUsers) {
      blocks.push([id]);
      rows = count;
    } else {
      last.push(id);
      rows += count;
    }
  }
  return blocks;
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

/** Row by row, user by user: reading OauthToken plainly would stop at 2,500 rows without a word. */
const readByUser = async (port: OrgPort, users: readonly Row[]): Promise<readonly TokenGroup[]> => {
  const answers = await port.wave(
    blocksOf(users).map((ids) =>
      query(
        `SELECT AppName, AppMenuItemId, LastUsedDate ${by} WHERE UserId IN (${ids.map(quoted).join(', ')}) LIMIT ${mostRows}`,
      ),
    ),
  );
  return groupRows(answers.flatMap((answer) => records(answer)));
};

/**
 * The tokens of all apps, from the answers to `tokenRequests`. Where the org's groups do not add up to its own count, the rows are
 * read by blocks of users; where these do not either, `read` says how many they rest on.
 */
export const readTokens = async (
  port: OrgPort,
  answers: readonly OrgAnswer[],
  rights: Fact<Rights>,
): Promise<Fact<OrgTokens>> => {
  const look = lookAt(rights, { name: 'OauthToken', needs: [['CustomizeApplication']] });
  const [count, groups, unused, users] = answers;
  if (!count?.ok) return refused(count ?? { ok: false, trouble: 'unreachable' }, look);
  const blind = blindTo(look);
  if (blind !== undefined) return blind;
  const total = countIn(count);
  const byApp = grouped(groups === undefined ? [] : records(groups), unused === undefined ? [] : records(unused));
  if (unused?.ok === true && sum(byApp) === total) return known({ groups: byApp, total, read: total }, look.source);
  const rows = await readByUser(port, users === undefined ? [] : records(users));
  return known({ groups: rows, total, read: sum(rows) }, look.source);
};
