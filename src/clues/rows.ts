import type { LoginRow } from '../model/index.ts';

/** Login types and sub-types of a person in a browser, by name or by label. Source: the lists of LoginHistory. */
const browserTypes: readonly string[] = ['application'];
const browserSubTypes: readonly string[] = ['usernamepassworduilogin', 'ui username-password'];

/** Whether somebody logged in with a browser. Single sign-on has types of its own, of which that is not said. */
export const isInBrowser = ({ loginType, loginSubType }: Pick<LoginRow, 'loginType' | 'loginSubType'>): boolean =>
  browserTypes.includes(loginType?.toLowerCase() ?? '') || browserSubTypes.includes(loginSubType?.toLowerCase() ?? '');

/** On how many days (UTC) they lie. */
export const daysIn = (rows: readonly LoginRow[]): number => new Set(rows.map(({ at }) => at.slice(0, 10))).size;
