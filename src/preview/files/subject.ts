import type { Path, Subject } from '../../model/index.ts';
import { textAt, type Element } from './element.ts';

const carriers: Readonly<Record<string, Path['via']>> = {
  Profile: 'profile',
  PermissionSet: 'permission-set',
  PermissionSetGroup: 'permission-set-group',
};

const apps: ReadonlySet<string> = new Set(['ConnectedApp', 'ExternalClientApplication']);

export const isApp = (type: string): boolean => apps.has(type);

/** Which logins a component is about; one that may be about any is about all. `root`: its file, where it was read. */
export const subjectOf = (type: string, fullName: string, root?: Element): Subject => {
  if (isApp(type)) return { of: 'app', app: fullName };
  if (type === 'MutingPermissionSet') return { of: 'groups' };
  const via = carriers[type];
  if (via !== undefined) return { of: 'carrier', path: { via, name: fullName } };
  // Parts of an external client app have names of their own, and say in their files of which app they are.
  const app = root === undefined ? undefined : textAt(root, 'externalClientApplication');
  return app === undefined ? { of: 'org' } : { of: 'app', app };
};
