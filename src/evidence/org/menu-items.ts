import type { OrgAnswer } from '../org-wire.ts';
import { records, text } from './rows.ts';
import { query } from './soql.ts';

/** The items of the app menu that stand for an app, of whatever type: an org has as many as it has apps. */
export const menuItems = query(
  'SELECT Id, Name, ApplicationId FROM AppMenuItem WHERE ApplicationId != null LIMIT 2000',
);

type MenuItem = { readonly id: string; readonly appId: string; readonly name: string | undefined };

export const menuIn = (answer: OrgAnswer): readonly MenuItem[] =>
  records(answer).flatMap((row) => {
    const [id, appId] = [text(row.Id), text(row.ApplicationId)];
    return id === undefined || appId === undefined ? [] : [{ id, appId, name: text(row.Name) }];
  });
