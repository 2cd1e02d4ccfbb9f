import { known, unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { assignmentNeeds, assignmentsOf, readAssignments, type Assignment } from './assignments.ts';
import { sobject } from './documents.ts';
import { answerAt, apiVersion, ofUser, type Question } from './question.ts';
import { records } from './rows.ts';

/** A question that the user's assignments answer. Where `read` gives undefined, they do not settle it. */
export const ofOwnAssignments = <T>(read: (assignments: readonly Assignment[]) => T | undefined): Question<T> => ({
  documents: [sobject('PermissionSetAssignment', '2026-11-30')],
  after: ['rights', 'user'],
  ask: ofUser(({ id }, seen) => ({ send: [assignmentsOf(id, apiVersion(seen))] })),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'PermissionSetAssignment', needs: assignmentNeeds });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const assignments = readAssignments(records(answer), look);
    const notSettled = unknown('depends-on-unknown', undefined, look.source);
    if (assignments === undefined) return blindTo(look) ?? notSettled;
    const settled = read(assignments);
    return settled === undefined ? notSettled : known(settled, look.source);
  },
});
