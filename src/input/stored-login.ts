import { nearNames } from '../clues/near.ts';
import { defined, Trouble } from '../model/index.ts';
import type { Flow, Integration, StoredLogin } from '../model/index.ts';

export type LoginStore = {
  readonly read: (aliasOrUsername: string) => Promise<StoredLogin | undefined>;
  /** Aliases and usernames. */
  readonly names: () => Promise<readonly string[]>;
};

/** The troubles of a name that is not stored here, by the flag that gave it. */
const troubles = {
  login: {
    none: (login: string) => new Trouble('login-none-stored', { login }),
    unlike: (login: string) => new Trouble('login-unlike', { login }),
    near: (login: string, names: string) => new Trouble('login-unknown', { login, names }),
  },
  org: {
    none: (org: string) => new Trouble('target-org-none-stored', { org }),
    unlike: (org: string) => new Trouble('target-org-unlike', { org }),
    near: (org: string, names: string) => new Trouble('target-org-unknown', { org, names }),
  },
};

/** What to throw for a login that is not stored here: it names those that are called nearly so. */
export const noSuchLogin = (kind: keyof typeof troubles, name: string, stored: readonly string[]): Trouble => {
  const { none, unlike, near } = troubles[kind];
  const names = nearNames(name, stored);
  if (names.length > 0) return near(name, names.join(', '));
  return stored.length === 0 ? none(name) : unlike(name);
};

/** The stored login of that name, dead or alive. Throws `Trouble` where this machine has none. */
export const findLogin = async (name: string, store: LoginStore): Promise<StoredLogin> => {
  const login = await store.read(name);
  if (login !== undefined) return login;
  throw noSuchLogin('login', name, await store.names());
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
