import { known, unknown, type Flow, type Path } from '../../model/index.ts';
import { blindTo, lookAt, refused, whyNot } from '../denial.ts';
import { assignmentNeeds, assignmentsOf, assignmentsWhere, readAssignments } from './assignments.ts';
import { answerAt, apiVersion, theUser, type Question } from './question.ts';
import { records } from './rows.ts';
import { quoted } from './soql.ts';
import { sobject } from './documents.ts';

type Bounds = {
  /** The column comes with a feature, so an org without the column has nobody with the right; else the org does not know the right yet. */
  readonly ofFeature?: boolean;
  /** The only flows in which it is asked for. */
  readonly flows?: readonly Flow[];
};

/**
 * By which roads the user has a right that only some orgs know. Its column goes apart: one unknown column spoils a whole
 * query. `permissions`: one of them is enough; names as in metadata, such as `UseAnyApiAuth`.
 */
export const roadsTo = (
  permissions: string | readonly string[],
  { ofFeature = false, flows }: Bounds = {},
): Question<readonly Path[]> => {
  const names = [permissions].flat();
  return {
    documents: [sobject('PermissionSetAssignment', '2026-11-30')],
    after: ['rights', 'user'],
    ask: (seen) => {
      const { flow } = seen.asked.integration;
      if (flow !== undefined && flows?.includes(flow) === false) return unknown('depends-on-unknown');
      const found = theUser(seen);
      if ('unknown' in found) return found.unknown;
      const version = apiVersion(seen);
      const held = names.map((name) => `PermissionSet.Permissions${name} = true`);
      const any = held.length === 1 ? held[0] : `(${held.join(' OR ')})`;
      const condition = `AssigneeId = ${quoted(found.user.id)} AND ${any}`;
      return { send: [assignmentsWhere(condition, version), assignmentsOf(found.user.id, version)] };
    },
    read: (answers, seen) => {
      const look = lookAt(seen.fact('rights'), {
        name: `PermissionSet.${names[0] ?? ''}`,
        needs: assignmentNeeds,
        always: false,
      });
      const [having, all] = [answerAt(answers, 0), answerAt(answers, 1)];
      if (!having.ok) {
        // The same question without the right is answered: it is the right that the org does not know.
        const isMissing = ofFeature && look.sight === 'whole' && all.ok && whyNot(having) === 'not-there';
        return isMissing ? known([], look.source) : refused(having, look);
      }
      const whole = readAssignments(records(all), look);
      if (whole === undefined) return blindTo(look) ?? unknown('depends-on-unknown', undefined, look.source);
      if (whole.some(({ upToDate }) => !upToDate)) return unknown('depends-on-unknown', undefined, look.source);
      const ids = new Set(records(having).map(({ PermissionSetId }) => PermissionSetId));
      return known(
        whole.filter(({ permissionSetId }) => ids.has(permissionSetId)).map(({ path }) => path),
        look.source,
      );
    },
  };
};
