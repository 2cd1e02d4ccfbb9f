import type { Shares } from '../../model/index.ts';
import type { Say } from '../say.ts';
import { shares } from './numbers.ts';

type Login = { readonly user?: string; readonly app?: string; readonly addresses?: Shares };

const who = ({ user, app }: Login, say: Say): string => {
  if (user !== undefined && app !== undefined) return say('login.user-app', { user, app });
  if (user !== undefined) return say('login.user', { user });
  return app === undefined ? say('login.none') : say('login.app', { app });
};

/** `marketing@acme.com by Marketing Sync from 203.0.113.7`. */
export const loginLine = (login: Login, say: Say): string => {
  const line = who(login, say);
  return login.addresses === undefined || login.addresses.different === 0
    ? line
    : say('login.from', { login: line, addresses: shares(say, login.addresses) });
};
