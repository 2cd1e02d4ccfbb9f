import type { GroupMember } from '../../../model/index.ts';
import { listSeen, lookAt, refused } from '../../denial.ts';
import { answerAt, theApp, theUser, type Question } from '../question.ts';
import { needed, records, rowOf, text, truth, type Row } from '../rows.ts';
import { query, quoted } from '../soql.ts';
import { sobject } from '../documents.ts';

const columns =
  'PermissionSetGroup.DeveloperName, PermissionSetId, PermissionSet.Name, PermissionSet.PermissionsApiEnabled';

const read = (row: Row, carriers: ReadonlySet<unknown>): GroupMember => {
  const set = rowOf(row.PermissionSet) ?? {};
  return {
    group: text(rowOf(row.PermissionSetGroup)?.DeveloperName) ?? '',
    set: text(set.Name) ?? '',
    carriesApp: carriers.has(row.PermissionSetId),
    apiEnabled: needed(truth(set.PermissionsApiEnabled)),
  };
};

/** What the user's groups are made of: by which set a group carries the app, and what a group mutes. */
export const groupMembers: Question<readonly GroupMember[]> = {
  documents: [
    sobject('PermissionSetGroupComponent', '2026-11-30'),
    sobject('PermissionSetAssignment', '2026-11-30'),
    sobject('SetupEntityAccess', '2026-11-30'),
  ],
  after: ['rights', 'user', 'listed'],
  ask: (seen) => {
    const [app, user] = [theApp(seen), theUser(seen)];
    if ('unknown' in app) return app.unknown;
    if ('unknown' in user) return user.unknown;
    const groups = `PermissionSetGroupId IN (SELECT PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(user.user.id)})`;
    return {
      send: [
        query(`SELECT ${columns} FROM PermissionSetGroupComponent WHERE ${groups} LIMIT 2000`),
        query(`SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = ${quoted(app.app.id)} LIMIT 2000`),
      ],
    };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'PermissionSetGroupComponent', needs: [['ViewSetup']] });
    const [members, access] = [answerAt(answers, 0), answerAt(answers, 1)];
    if (!members.ok) return refused(members, look);
    if (!access.ok) return refused(access, look);
    const carriers = new Set(records(access).map(({ ParentId }) => ParentId));
    const found = records(members).map((row) => read(row, carriers));
    return listSeen(found, look);
  },
};
