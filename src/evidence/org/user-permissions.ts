import { known, unknown, type Path, type UserPermissions } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { assignmentNeeds, assignmentsOf, loginPermissions, readAssignments, type Assignment } from './assignments.ts';
import { answerAt, apiVersion, theUser, type Question } from './question.ts';
import { records } from './rows.ts';
import { sobject } from './documents.ts';

const roads = (assignments: readonly Assignment[], column: string): readonly Path[] =>
  assignments.filter(({ permissions }) => permissions.has(column)).map(({ path }) => path);

export const userPermissions: Question<UserPermissions> = {
  documents: [sobject('PermissionSetAssignment', '2026-11-30')],
  after: ['rights', 'user'],
  ask: (seen) => {
    const found = theUser(seen);
    return 'unknown' in found ? found.unknown : { send: [assignmentsOf(found.user.id, apiVersion(seen))] };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'PermissionSetAssignment', needs: assignmentNeeds });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const assignments = readAssignments(records(answer));
    const notSettled = unknown('depends-on-unknown', undefined, look.source);
    if (assignments === undefined) return blindTo(look) ?? notSettled;
    if (assignments.some(({ upToDate }) => !upToDate)) return notSettled;
    return known(
      {
        apiEnabled: roads(assignments, loginPermissions.apiEnabled),
        apiUserOnly: roads(assignments, loginPermissions.apiUserOnly),
        twoFactorApi: roads(assignments, loginPermissions.twoFactorApi),
        passwordNeverExpires: roads(assignments, loginPermissions.passwordNeverExpires),
      },
      look.source,
    );
  },
};
