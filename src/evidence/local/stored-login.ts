import { defined } from '../../model/index.ts';
import type { StoredLogin } from '../../model/index.ts';
import { shapeOf, textMember } from '../../oauth/index.ts';
import {
  defaultApp,
  findUsername,
  keyFileIsGone,
  openLoginStore,
  readLoginFile,
  type LoginStore,
} from './login-store.ts';

type LoginFile = Readonly<Record<string, unknown>>;

/** Both a key and a refresh token: the refresh token is what core uses. */
const kindOf = (file: LoginFile): StoredLogin['kind'] => {
  if (textMember(file, 'refreshToken') !== undefined) return 'refresh-token';
  if (textMember(file, 'privateKey') !== undefined) return 'jwt';
  return textMember(file, 'accessToken') === undefined ? 'unknown' : 'access-token';
};

/** Asks core to decrypt, and looks only at whether it could. Sends nothing. */
const decrypts = async (store: LoginStore, username: string): Promise<boolean> => {
  if (await keyFileIsGone()) return false;
  return (await store.orgs.peek(username, true)) !== null;
};

/** The text member `from` under the name `to`, where there is one. */
const member = <K extends string>(file: LoginFile, from: string, to: K): Readonly<Partial<Record<K, string>>> => {
  const value = textMember(file, from);
  return (value === undefined ? {} : { [to]: value }) as Readonly<Partial<Record<K, string>>>;
};

/** The consumer key, which stands there in plain; where it is something else by its shape, only what it is. */
const clientOf = (file: LoginFile, kind: StoredLogin['kind']): Pick<StoredLogin, 'clientId' | 'clientIdIs'> => {
  const clientId = textMember(file, 'clientId');
  if (clientId === undefined) return kind === 'refresh-token' ? { clientId: defaultApp } : {};
  const shape = shapeOf(clientId);
  return shape === undefined || shape === 'consumer-key' ? { clientId } : { clientIdIs: shape };
};

const describe = (file: LoginFile, username: string, alias: string | undefined, open: boolean): StoredLogin => {
  const kind = kindOf(file);
  return {
    username,
    ...defined({ alias }),
    ...member(file, 'orgId', 'orgId'),
    ...member(file, 'instanceUrl', 'instanceUrl'),
    ...member(file, 'loginUrl', 'loginUrl'),
    ...clientOf(file, kind),
    ...(kind === 'jwt' ? member(file, 'privateKey', 'keyFile') : {}),
    kind,
    ...(kind === 'refresh-token' ? { secret: textMember(file, 'clientSecret') !== undefined } : {}),
    decrypts: open,
  };
};

/**
 * A login stored by the CLI, whether it still works or not, without its secrets; undefined where this machine has none of that
 * alias or username. Sends nothing and never throws: a damaged file is `kind: 'unknown'` and does not decrypt.
 */
export const readStoredLogin = async (aliasOrUsername: string): Promise<StoredLogin | undefined> => {
  const store = await openLoginStore();
  const username = store === undefined ? undefined : await findUsername(store, aliasOrUsername);
  if (store === undefined || username === undefined) return undefined;
  const alias = store.aliases.has(aliasOrUsername) ? aliasOrUsername : (store.aliases.get(username) ?? undefined);
  const file = await readLoginFile(store, username);
  return describe(file ?? {}, username, alias, file !== undefined && (await decrypts(store, username)));
};

/** Usernames and aliases of every login stored on this machine, sorted: what to offer where a name was mistyped. */
export const storedLoginNames = async (): Promise<readonly string[]> => {
  const store = await openLoginStore();
  if (store === undefined) return [];
  const usernames = (await store.orgs.list()).map((file) => file.replace(/\.json$/u, ''));
  return [...Object.keys(store.aliases.getAll()), ...usernames].sort();
};

/** The logins that the CLI has stored on this machine. */
export const storedLogins = { read: readStoredLogin, names: storedLoginNames };
