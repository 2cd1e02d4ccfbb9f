import { Trouble } from '../../model/index.ts';
import type { FailingLogin, Overview } from '../../model/index.ts';
import type { Given } from './given.ts';

/** Whether the flags name no login, and nothing that was seen. */
const namesNobody = (given: Given): boolean =>
  [
    ...([given.username, given.app, given.login, given['error-file'], given['login-url']] as const),
    ...([
      given['jwt-key-file'],
      given['client-secret-file'],
      given['assertion-file'],
      given['token-file'],
      given['sfdx-url-file'],
      given.evidence,
      given.at,
      given.flow,
      given['source-ip'],
    ] as const),
  ].every((flag) => flag === undefined) &&
  given.last !== true &&
  // Every login of this machine can be looked at without sending anything, and can be tried; none of them by an org.
  (given['target-org'] === undefined || (!given.offline && !given.attempt));

/** Whether they tell nothing of a login either: then it is asked which one is meant. */
export const namesNoLogin = (given: Given): boolean => given.error === undefined && namesNobody(given);

/** A text, and the org in which the login failed: the org's own rows tell whose text it can be. */
export type TextInOrg = Given & { readonly error: string; readonly 'target-org': string };

export const isTextInOrg = <G extends Given>(given: G): given is G & TextInOrg =>
  given.error !== undefined && given['target-org'] !== undefined && namesNobody(given);

/** The flags that name such a login. */
export const subjectOf = ({ user, app }: FailingLogin): Pick<Given, 'username' | 'app'> => ({ username: user, app });

/** The login with that number in the list. Throws `Trouble` where there is none. */
export const picked = ({ failing }: Overview, number: number): FailingLogin => {
  const login = failing[number - 1];
  if (login === undefined)
    throw new Trouble('pick-out-of-range', { number: String(number), count: String(failing.length) });
  return login;
};
