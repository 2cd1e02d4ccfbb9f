import type { Alteration, Path } from '../../model/index.ts';

const carriers: Readonly<Record<string, Path['via']>> = {
  Profile: 'profile',
  PermissionSet: 'permission-set',
  PermissionSetGroup: 'permission-set-group',
};

const apps: ReadonlySet<string> = new Set(['ConnectedApp', 'ExternalClientApplication']);

/** Parts of an app have names of their own: of which app they are stands nowhere in the list of what goes. */
const isPart = (type: string): boolean => type.startsWith('ExtlClntApp');

/**
 * What a deletion does to logins. Undefined: nothing. Whether a permission set that users have can be deleted, and what becomes of
 * whoever has a profile that goes, is not documented.
 */
export const deletionOf = (type: string, fullName: string): Alteration | undefined => {
  if (apps.has(type)) return { set: 'app-gone', app: fullName };
  if (isPart(type)) return { set: 'untold', about: { of: 'org' }, why: 'deletion' };
  if (type === 'MutingPermissionSet') return { set: 'untold', about: { of: 'groups' }, why: 'deletion' };
  const via = carriers[type];
  return via === undefined
    ? undefined
    : { set: 'untold', about: { of: 'carrier', path: { via, name: fullName } }, why: 'deletion' };
};
