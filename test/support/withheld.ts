import { permissionsThatChangeAnswers } from '../../simulator/data/permissions.ts';

/** Without API Enabled nobody can look at all: that is no blindness, but an org session that cannot be used. */
const each = permissionsThatChangeAnswers
  .map(({ permission }) => permission)
  .filter((permission) => permission !== 'ApiEnabled');

/** Permissions that the looking user lacks: each by itself, those together that stand in for one another, and all. */
export const withheld: ReadonlyArray<readonly string[]> = [
  ...each.map((permission) => [permission]),
  ['ManageUsers', 'MonitorLoginHistory'],
  ['ModifyMetadata', 'ModifyAllData'],
  ['ExternalClientAppViewer', 'ExternalClientAppAdmin', 'ExternalClientAppDeveloper'],
  each,
];
