import type { permissionLabels } from './permission-labels.ts';

/** The rights by which every question is answered, as in metadata. Each of them is needed: where several would do, the one that gives least. */
export const lookingRights = [
  'ViewSetup',
  'ManageUsers',
  'ViewEventLogFiles',
  'CustomizeApplication',
  'ModifyMetadata',
  'ExternalClientAppViewer',
  'ViewClientSecret',
  'ManageTwoFactor',
] as const satisfies ReadonlyArray<keyof typeof permissionLabels>;
