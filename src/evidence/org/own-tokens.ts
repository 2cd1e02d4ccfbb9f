import type { Context } from './question.ts';
import { quoted } from './soql.ts';

/**
 * What the rows of OauthToken must meet to be the app's, or undefined where nobody knows which app it is. A token's own name of the app is a label,
 * which can differ; the menu item leads to the app's id, of external client apps too. An app that users authorised without an admin
 * installing it has neither, and is in no list: then its name is what the person wrote.
 * Source: sfdx-hardis, https://github.com/hardisgroupcom/sfdx-hardis; corrections sheet, row 13.
 */
export const ownTokens = (seen: Context): string | undefined => {
  const listed = seen.fact('listed');
  if (listed.state !== 'known') return undefined;
  const { value } = listed;
  const { app } = seen.asked.integration;
  if (value === undefined) return app === undefined ? undefined : `AppName = ${quoted(app)}`;
  return `(AppMenuItem.ApplicationId = ${quoted(value.id)} OR (AppMenuItem.ApplicationId = null AND AppName = ${quoted(value.name)}))`;
};
