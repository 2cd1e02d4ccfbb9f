import { id15 } from '../ids.ts';
import { nameOf } from '../lookup.ts';
import { addAuditRow } from '../rows.ts';
import type { App, Id, Org, User } from '../types.ts';

/** Who does something in which org, and when (epoch ms). */
export type Act = { org: Org; byUserId: Id; at: number };

export const audit = ({ org, byUserId, at }: Act, action: string, section: string, display: string): void => {
  addAuditRow(org, at, byUserId, [action, section, display]);
};

/** `<Name> (UserID: [005...])`, as rows name a user. */
export const named = (user: User): string => `${nameOf(user)} (UserID: [${id15(user.id)}])`;

export const touchUser = (act: Act, user: User): void => {
  user.changedAt = act.at;
};

export const touchApp = ({ at, byUserId }: Act, app: App): void => {
  app.changedAt = at;
  app.changedBy = byUserId;
};

/** Rows about apps are known for connected apps only. */
export const auditApp = (act: Act, app: App, action: string, display: string, section = 'Application'): void => {
  touchApp(act, app);
  if (app.kind === 'connected-app') audit(act, action, section, display);
};
