import { openHistory } from './loginhistory.ts';
import { askThrough } from '../evidence/org-ask.ts';
import { loginEvent } from '../loginhistory/reading/index.ts';
import { Trouble } from '../model/index.ts';

/** Who logged in, by which app, and when. */
export type FailedLogin = { readonly username: string; readonly app?: string; readonly at: string };

type Asked = {
  readonly id: string;
  readonly org: string;
  readonly apiVersion: string | undefined;
  readonly signal: AbortSignal;
};

/** The failed login of one row of Login History. Throws `Trouble` where there is none to look into. */
export const failedLogin = async ({ id, org, apiVersion, signal }: Asked): Promise<FailedLogin> => {
  const { port } = await openHistory(org, apiVersion, { signal });
  const event = await askThrough(port, loginEvent(id));
  if (event === undefined) throw new Trouble('login-event-unknown', { id, org });
  const { success, username, at, ...login } = event;
  if (success) throw new Trouble('login-event-worked', { id, at });
  if (username === undefined) throw new Trouble('login-event-nobody', { id, org });
  return { ...login, username, at };
};
