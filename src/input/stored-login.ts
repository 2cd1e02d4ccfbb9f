import { distance } from 'fastest-levenshtein';
import { defined, Trouble } from '../model/index.ts';
import type { Flow, Integration, StoredLogin } from '../model/index.ts';

export type LoginStore = {
  readonly read: (aliasOrUsername: string) => Promise<StoredLogin | undefined>;
  /** Aliases and usernames. */
  readonly names: () => Promise<readonly string[]>;
};

/** So many names are offered where one was mistyped. */
const most = 5;

/** Names of logins, those that are most like a name first. */
export const nearest = (name: string, names: readonly string[]): readonly string[] =>
  names
    .map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);

/** The stored login of that name, dead or alive. Throws `Trouble` where this machine has none. */
export const findLogin = async (name: string, store: LoginStore): Promise<StoredLogin> => {
  const login = await store.read(name);
  if (login !== undefined) return login;
  const names = nearest(name, await store.names());
  if (names.length === 0) throw new Trouble('login-none-stored', { login: name });
  throw new Trouble('login-unknown', { login: name, names: names.join(', ') });
};

const flowOf: Readonly<Record<StoredLogin['kind'], Flow | undefined>> = {
  jwt: 'jwt',
  'refresh-token': 'refresh-token',
  'access-token': undefined,
  unknown: undefined,
};

/** What a stored login tells of the integration. */
export const integrationOf = (login: StoredLogin): Partial<Integration> =>
  defined({
    username: login.username,
    consumerKey: login.clientId,
    flow: flowOf[login.kind],
    loginUrl: login.loginUrl ?? login.instanceUrl,
    login: login.alias ?? login.username,
  });
