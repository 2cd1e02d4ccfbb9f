import { sameId } from '../model/index.ts';
import type { StoredLogin } from '../model/index.ts';
import { shapeOf } from '../oauth/index.ts';
import type { Given } from './doctor/given.ts';
import { noSuchLogin } from './stored-login.ts';
import type { LoginStore } from './stored-login.ts';

/** `asked`: named by a flag; else it is the default org of the CLI, which nobody meant for this. */
export type ChosenOrg = { readonly name: string; readonly asked: boolean };

/** Whether the default org can be the org of the login that fails: never that login itself, nor a login of another org. */
const fits = (login: StoredLogin | undefined, session: StoredLogin | undefined): boolean => {
  if (session === undefined) return false;
  if (login === undefined) return true;
  if (session.username.toLowerCase() === login.username.toLowerCase()) return false;
  return login.orgId === undefined || session.orgId === undefined || sameId(login.orgId, session.orgId);
};

/** A mistyped alias is told before anything is sent. The CLI takes an access token in its place. Throws `Trouble`. */
export const checkStored = async (org: string, store: LoginStore): Promise<void> => {
  if (shapeOf(org) === 'access-token' || (await store.read(org)) !== undefined) return;
  throw noSuchLogin('org', org, await store.names());
};

/**
 * The org to look in: the flag, else the CLI's default org (`target-org` of its configuration) where there is a user or an app to
 * look for. A text alone is judged alone. Throws `Trouble` where a flag names an org that is not stored here.
 */
export const chooseOrg = async (
  given: Given,
  login: StoredLogin | undefined,
  configured: string | undefined,
  store: LoginStore,
): Promise<ChosenOrg | undefined> => {
  const asked = given['target-org'];
  if (asked !== undefined) {
    await checkStored(asked, store);
    return { name: asked, asked: true };
  }
  const lookFor = given.username ?? given.app ?? login?.username;
  if (given.offline || configured === undefined || lookFor === undefined) return undefined;
  return fits(login, await store.read(configured)) ? { name: configured, asked: false } : undefined;
};
