import { known, unknown, type Path } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { assignmentNeeds, assignmentsOf, readAssignments } from './assignments.ts';
import { sobject } from './documents.ts';
import { answerAt, apiVersion, theUser, type Question } from './question.ts';
import { records } from './rows.ts';

/** Every profile, permission set and group of the user, whatever it grants. */
export const roads: Question<readonly Path[]> = {
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
    if (assignments === undefined) return blindTo(look) ?? unknown('depends-on-unknown', undefined, look.source);
    return known(
      assignments.map(({ path }) => path),
      look.source,
    );
  },
};
