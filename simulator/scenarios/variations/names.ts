import type { LoginRow } from '../../state/types.ts';
import type { Scenario, Setting } from '../scenario.ts';

const inRows = (rows: readonly LoginRow[], from: string, to: string): void => {
  for (const row of rows.filter(({ application }) => application === from)) row.application = to;
};

const rename = ({ org, user, profile, app, access, client }: Setting, name: string): void => {
  inRows(org.loginRows, app.name, `${name} app`);
  // The CLI keeps a login in a file of that name.
  user.username = `${name.replaceAll('/', '-')}@acme.com`;
  client.username = user.username;
  user.firstName = name;
  user.lastName = 'user';
  profile.name = `${name} profile`;
  app.name = `${name} app`;
  access.label = `${name} set`;
};

/** The same story, in which the user, the profile, the app and the permission set that gives it are all called so. */
export const named = (original: Scenario, name: string): Scenario => ({
  ...original,
  id: `${original.id} as ${name}`,
  prepare: (setting) => {
    rename(setting, name);
    original.prepare?.(setting);
  },
});
