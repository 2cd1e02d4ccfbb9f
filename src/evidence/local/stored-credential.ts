import { access, constants, readFile } from 'node:fs/promises';
import { writeWhole } from '../../files/index.ts';
import type { StoredLogin } from '../../model/index.ts';
import { readGrant, type Answer, type Credential, type Form, type Rotation, type Spent } from '../../oauth/index.ts';
import { defaultApp, openLoginStore, type LoginStore } from './login-store.ts';

type Unlock = () => Promise<void>;

/** The lock that core itself takes, so that the CLI and we never refresh the same login at once. */
const lock = async (file: string): Promise<Unlock | undefined> => {
  // Heavy, and only an attempt needs it.
  const { lockInit } = await import('@salesforce/core');
  try {
    return (await lockInit(file)).unlock;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw error;
  }
};

type Token = 'refreshToken' | 'accessToken';

/** A token that came anew, and whose it is. */
type Fresh = { readonly username: string; readonly member: Token; readonly token: string };

/** Only this member is touched: `update` of core would set every member anew. */
const put = async (store: LoginStore, { username, member, token }: Fresh): Promise<void> => {
  const file = store.orgs.getPath(username);
  await store.orgs.read(username);
  store.orgs.set(username, { [member]: token });
  const encrypted = store.orgs.get(username)[member];
  const onDisk = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeWhole(file, JSON.stringify({ ...onDisk, [member]: encrypted }, null, 2));
};

const isOnDisk = async (store: LoginStore, { username, member, token }: Fresh): Promise<boolean> =>
  (await store.orgs.peek(username, true))?.[member] === token;

/**
 * Puts a token that came anew into the login file and into the store of this process, so that no other connection writes
 * the dead one back. At once: a lock that another holds may take seconds, in which the process can be killed. Under the lock comes
 * the second look, for the one who had read the file before and wrote it back after. True once it was read back.
 */
const keep = async (store: LoginStore, fresh: Fresh): Promise<boolean> => {
  await put(store, fresh);
  const unlock = await lock(store.orgs.getPath(fresh.username)).catch(() => undefined);
  try {
    if (!(await isOnDisk(store, fresh))) await put(store, fresh);
    return await isOnDisk(store, fresh);
  } finally {
    await unlock?.().catch(() => undefined);
  }
};

/** A gateway that gave up, or a grant that did not come through whole: the host may have rotated the token. */
const mayHaveActed = (answer: Answer): boolean =>
  answer.reached ? [200, 502, 504].includes(answer.status) : answer.sent !== false;

const keepRotated = async (store: LoginStore, username: string, sent: string, answer: Answer): Promise<Rotation> => {
  const grant = readGrant(answer);
  if (grant === undefined) return mayHaveActed(answer) ? 'unknown' : 'none';
  const rotated = grant.refreshToken;
  if (rotated === undefined || rotated === sent) return 'none';
  return (await keep(store, { username, member: 'refreshToken', token: rotated }).catch(() => false))
    ? 'saved'
    : 'lost';
};

const spendLocked = async (
  store: LoginStore,
  username: string,
  send: (form: Form) => Promise<Answer>,
): Promise<Spent> => {
  // Read under the lock: another process may have rotated it since.
  const fields = await store.orgs.peek(username, true);
  const { refreshToken, clientId = defaultApp, clientSecret } = fields ?? {};
  if (refreshToken === undefined) return { state: 'not-sent', why: 'unreadable' };
  const answer = await send({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    ...(clientSecret === undefined || clientSecret === '' ? {} : { client_secret: clientSecret }),
  });
  return { state: 'sent', answer, rotation: await keepRotated(store, username, refreshToken, answer) };
};

const spend = async (username: string, send: (form: Form) => Promise<Answer>): Promise<Spent> => {
  const store = await openLoginStore();
  if (store === undefined) return { state: 'not-sent', why: 'unreadable' };
  const file = store.orgs.getPath(username);
  try {
    // With rotation on, a refresh whose answer cannot be saved would break the login. So this comes first.
    await access(file, constants.W_OK);
  } catch {
    return { state: 'not-sent', why: 'not-writable' };
  }
  const unlock = await lock(`${file}.token-rotation`).catch(() => 'not-writable' as const);
  if (unlock === undefined) return { state: 'not-sent', why: 'locked' };
  if (unlock === 'not-writable') return { state: 'not-sent', why: 'not-writable' };
  try {
    return await spendLocked(store, username, send);
  } finally {
    await unlock().catch(() => undefined);
  }
};

/** Puts a fresh access token where the CLI keeps it, so that it need not log in again. Without it nothing is lost. */
export const keepAccessToken = async (username: string, accessToken: string): Promise<void> => {
  const store = await openLoginStore();
  if (store !== undefined)
    await keep(store, { username, member: 'accessToken', token: accessToken }).catch(() => false);
};

/** The refresh token of a stored login, for one attempt; undefined where it holds none that can be read. */
export const storedCredential = (login: StoredLogin): Credential | undefined =>
  login.kind === 'refresh-token' && login.decrypts
    ? { how: 'refresh-token', spend: (_on, send) => spend(login.username, send) }
    : undefined;
