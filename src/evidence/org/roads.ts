import type { Road } from '../../model/index.ts';
import { ofOwnAssignments } from './own-assignments.ts';

/** Every profile, permission set and group of the user, whatever it grants. */
export const roads = ofOwnAssignments<readonly Road[]>((assignments) =>
  assignments.map(({ path, permissionSetId: id }) => ({ ...path, id })),
);
