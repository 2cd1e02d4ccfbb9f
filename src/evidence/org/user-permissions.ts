import type { Path, UserPermissions } from '../../model/index.ts';
import { loginPermissions, type Assignment } from './assignments.ts';
import { ofOwnAssignments } from './own-assignments.ts';

const roads = (assignments: readonly Assignment[], column: string): readonly Path[] =>
  assignments.filter(({ permissions }) => permissions.has(column)).map(({ path }) => path);

/** What the user may do that bears on a login. While a permission set group is being recalculated, it is not settled. */
export const userPermissions = ofOwnAssignments<UserPermissions>((assignments) =>
  assignments.every(({ upToDate }) => upToDate)
    ? {
        apiEnabled: roads(assignments, loginPermissions.apiEnabled),
        apiUserOnly: roads(assignments, loginPermissions.apiUserOnly),
        twoFactorApi: roads(assignments, loginPermissions.twoFactorApi),
        passwordNeverExpires: roads(assignments, loginPermissions.passwordNeverExpires),
      }
    : undefined,
);
