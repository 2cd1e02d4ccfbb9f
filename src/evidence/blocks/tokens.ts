import { query } from '../org/soql.ts';
import {
  answerOf,
  blocksOf,
  isSame,
  listed,
  literal,
  mostRows,
  textIn,
  unquoted,
  wholeRows,
  withColumns,
  type Shape,
} from './block.ts';

/** The tokens of one user for one app, as `ownTokens` tells them. */
const shape = new RegExp(
  String.raw`^SELECT (?<select>[^()]+?) FROM OauthToken WHERE UserId = '(?<user>${literal})' AND \(AppMenuItem\.ApplicationId = '(?<app>${literal})' OR \(AppMenuItem\.ApplicationId = null AND AppName = '(?<name>${literal})'\)\)(?: LIMIT \d+)?$`,
  'su',
);

const appId = 'AppMenuItem.ApplicationId';

/** All tokens of many users: which app each is for, its row says. */
export const tokensOfUsers: Shape = blocksOf(shape, ['select'], (of, some) => {
  const select = withColumns(of.select ?? '', ['UserId', 'AppName', appId]);
  const users = listed([...new Set(some.map(({ of: { user = '' } }) => user))]);
  return {
    requests: [query(`SELECT ${select} FROM OauthToken WHERE UserId IN (${users}) LIMIT ${mostRows}`)],
    members: some.map(({ at, of: { user = '', app = '', name = '' } }) => ({
      at,
      read: ([answer]) => {
        const own = wholeRows(answer)?.filter((row) => {
          const id = textIn(row, appId);
          const isOfApp = id === '' ? isSame(textIn(row, 'AppName'), unquoted(name)) : isSame(id, unquoted(app));
          return isOfApp && isSame(textIn(row, 'UserId'), unquoted(user));
        });
        return own && answerOf(own);
      },
    })),
  };
});
