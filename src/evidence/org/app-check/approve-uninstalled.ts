import { known, unknown, type Path } from '../../../model/index.ts';
import { blindTo, lookAt, refused } from '../../denial.ts';
import { assignmentNeeds, assignmentsOf, assignmentsWhere, readAssignments } from '../assignments.ts';
import { answerAt, apiVersion, theUser, type Question } from '../question.ts';
import { records } from '../rows.ts';
import { quoted } from '../soql.ts';

/** A right that only newer orgs have: its column goes apart, since one unknown column spoils a whole query. */
const column = 'PermissionSet.PermissionsCanApproveUninstalledApps';

/** By which roads the user may approve connected apps that nobody installed. */
export const approveUninstalled: Question<readonly Path[]> = {
  after: ['rights', 'user'],
  ask: (seen) => {
    const found = theUser(seen);
    if ('unknown' in found) return found.unknown;
    const version = apiVersion(seen);
    const condition = `AssigneeId = ${quoted(found.user.id)} AND ${column} = true`;
    return { send: [assignmentsWhere(condition, version), assignmentsOf(found.user.id, version)] };
  },
  read: (answers, seen) => {
    const place = { name: 'PermissionSet.CanApproveUninstalledApps', needs: assignmentNeeds, always: false };
    const look = lookAt(seen.fact('rights'), place);
    const [having, all] = [answerAt(answers, 0), answerAt(answers, 1)];
    if (!having.ok) return refused(having, look);
    const whole = readAssignments(records(all));
    if (whole === undefined) return blindTo(look) ?? unknown('depends-on-unknown', undefined, look.source);
    if (whole.some(({ upToDate }) => !upToDate)) return unknown('depends-on-unknown', undefined, look.source);
    const ids = new Set(records(having).map(({ PermissionSetId }) => PermissionSetId));
    return known(
      whole.filter(({ permissionSetId }) => ids.has(permissionSetId)).map(({ path }) => path),
      look.source,
    );
  },
};
