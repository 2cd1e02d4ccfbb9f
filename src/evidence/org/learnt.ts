import { learnFromRows } from '../../loginhistory/one-login/index.ts';
import { valueOf } from '../../model/index.ts';
import type { Fact, Integration, LoginRow, User } from '../../model/index.ts';
import { firstRequests, inOrder, readRow } from './login-history.ts';
import { appText, theUser, type AskedOfOrg, type Context } from './question.ts';
import { records } from './rows.ts';

/** The newest rows of the user; undefined while they are not there. */
export const rowsSoFar = (seen: Context): readonly LoginRow[] | undefined => {
  const found = theUser(seen);
  const page = 'user' in found ? seen.answers(firstRequests(found.user.id, seen))?.[0] : undefined;
  return page === undefined ? undefined : inOrder(records(page).map(readRow));
};

/** The integration with the user whom nobody named, and whom the app's logins told. */
export const withUser = (integration: Integration, user: Fact<User | undefined>): Integration => {
  const username = valueOf(user)?.username;
  if (integration.username !== undefined || username === undefined || integration.flow === 'client-credentials')
    return integration;
  return { ...integration, username, learnt: [...(integration.learnt ?? []), 'username'] };
};

/** What was asked, with what the user's rows tell of the integration; undefined while they are not there. */
export const learntFrom = (seen: Context): AskedOfOrg | undefined => {
  const { failedAt, now, refusals = [] } = seen.asked;
  const rows = rowsSoFar(seen);
  const integration = withUser(seen.asked.integration, seen.fact('user'));
  return rows && { ...seen.asked, integration: learnFromRows(rows, { integration, failedAt, now, refusals }) };
};

/** Whether the user's rows, which are on their way, may yet name the app. */
export const mayLearnApp = (seen: Context): boolean => {
  const { integration } = seen.asked;
  if (integration.username === undefined || integration.flow === 'soap-login') return false;
  const user = seen.fact('user');
  const isOnItsWay = user.state === 'unknown' && user.reason === 'depends-on-unknown';
  const isThere = user.state === 'known' && user.value !== undefined;
  return appText(integration) === undefined && (isOnItsWay || isThere) && rowsSoFar(seen) === undefined;
};
