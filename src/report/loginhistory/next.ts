import { defined, type FailureGroup, type RowsFrom } from '../../model/index.ts';
import { commandLine } from '../brief/command-line.ts';

/** The login with the most failures of a group. */
export const whoOf = ({ users, apps, login }: FailureGroup): { readonly user?: string; readonly app?: string } =>
  defined({ user: login?.user ?? users.top[0]?.value, app: login?.app ?? apps.top[0]?.value });

/** What to run next: the doctor on the login with the most failures, where the rows come from an org; else the page of the cause. */
export const nextCommand = (group: FailureGroup, from: RowsFrom): string | undefined => {
  const [cause] = group.causes;
  if (from.kind === 'file') return cause === undefined ? undefined : `sf auth explain ${cause.id}`;
  const { user, app } = whoOf(group);
  if (user === undefined && app === undefined) return undefined;
  return commandLine('sf auth doctor', [
    ['-o', from.targetOrg.username],
    ['--username', user],
    ['--app', app],
  ]);
};
