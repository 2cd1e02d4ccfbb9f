import { Trouble } from '../../model/index.ts';
import type { FailingLogin, Overview } from '../../model/index.ts';
import type { Given } from './given.ts';

/** Whether the flags name no login, nothing that one was told, and nothing that was seen: then it is asked which one is meant. */
export const namesNoLogin = (given: Given): boolean =>
  [
    ...([given.username, given.app, given.login, given.error, given['error-file'], given['login-url']] as const),
    ...([
      given['jwt-key-file'],
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

/** The flags that name such a login. */
export const subjectOf = ({ user, app }: FailingLogin): Pick<Given, 'username' | 'app'> => ({ username: user, app });

/** The login with that number in the list. Throws `Trouble` where there is none. */
export const picked = ({ failing }: Overview, number: number): FailingLogin => {
  const login = failing[number - 1];
  if (login === undefined)
    throw new Trouble('pick-out-of-range', { number: String(number), count: String(failing.length) });
  return login;
};
