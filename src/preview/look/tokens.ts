import { query } from '../../evidence/org/soql.ts';
import { records, text, time } from '../../evidence/org/rows.ts';
import { askOne, type Asking } from '../../evidence/waves.ts';
import type { LoginGroup } from '../../loginhistory/reading/index.ts';
import { defined } from '../../model/index.ts';

/** That a user has a token for an app; the app by its label. */
export type HeldToken = { readonly user: string; readonly app: string; readonly lastUsedAt?: string };

/** More groups a query does not give. */
const mostGroups = 2000;

const held = query(
  `SELECT UserId, AppName, MAX(LastUsedDate) used FROM OauthToken GROUP BY UserId, AppName LIMIT ${mostGroups}`,
);

/** Who has a token for which app; undefined where not all of it was seen. */
export const heldTokens = function* (): Asking<readonly HeldToken[] | undefined> {
  const answer = yield* askOne(held);
  const rows = records(answer);
  if (!answer.ok || rows.length >= mostGroups) return undefined;
  return rows.flatMap((row) => {
    const [user, app] = [text(row.UserId), text(row.AppName)];
    return user === undefined || app === undefined ? [] : [{ user, app, ...defined({ lastUsedAt: time(row.used) }) }];
  });
};

const keyOf = (user: string | undefined, app: string | undefined): string => JSON.stringify([user, app?.toLowerCase()]);

/** Those by which nobody logged in during the window. Pure. */
export const unusedOf = (tokens: readonly HeldToken[], groups: Iterable<LoginGroup>): readonly HeldToken[] => {
  const used = new Set(
    [...groups].flatMap(({ user, application, success }) => (success ? [keyOf(user, application)] : [])),
  );
  return tokens.filter(({ user, app }) => !used.has(keyOf(user, app)));
};
