import type { AssignmentEnd } from '../../model/index.ts';
import { listSeen, lookAt, refused } from '../denial.ts';
import { assignmentNeeds, loginPermissions, pathOf } from './assignments.ts';
import { sobject } from './documents.ts';
import { answerAt, ofUser, type Question } from './question.ts';
import { records, rowOf, time, truth, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';

const object = 'PermissionSetAssignment';

const columns = [
  'ExpirationDate',
  'PermissionSet.Name',
  'PermissionSet.Label',
  `PermissionSet.${loginPermissions.apiEnabled}`,
  'PermissionSetGroup.DeveloperName',
  'PermissionSetGroup.MasterLabel',
];

const read = (row: Row): readonly AssignmentEnd[] => {
  const [set, endsAt] = [rowOf(row.PermissionSet), time(row.ExpirationDate)];
  if (set === undefined || endsAt === undefined) return [];
  const { path } = pathOf(set, rowOf(row.PermissionSetGroup));
  return [{ path, endsAt, apiEnabled: truth(set[loginPermissions.apiEnabled]) === true }];
};

/** Assignments that were made for a time. Apart from what is in force: the column is younger than the object. */
export const assignmentEnds: Question<readonly AssignmentEnd[]> = {
  documents: [sobject(object, '2026-11-30')],
  after: ['rights', 'user'],
  ask: ofUser(({ id }) => {
    const condition = `AssigneeId = ${quoted(id)} AND ExpirationDate != null`;
    return { send: [query(`SELECT ${columns.join(', ')} FROM ${object} WHERE ${condition} LIMIT 2000`)] };
  }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: `${object}.ExpirationDate`,
      needs: assignmentNeeds,
      always: false,
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const ends = records(answer).flatMap(read);
    return listSeen(ends, look);
  },
};
