import { known, unknown, type AppAccess, type Path } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { assignmentNeeds, assignmentsOf, profileNameOf, readAssignments, type Assignment } from './assignments.ts';
import type { OrgRequest } from '../org-wire.ts';
import { answerAt, apiVersion, theApp, theUser, type Question } from './question.ts';
import { records, rowOf, text, truth, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';
import { sobject } from './documents.ts';

const parent =
  'ParentId, Parent.Name, Parent.IsOwnedByProfile, Parent.ProfileId, Parent.Profile.Name, Parent.PermissionSetGroupId';

/** Permission sets that carry the app, as a semi-join. */
const carriedBy = (appId: string): string =>
  `PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = ${quoted(appId)})`;

type Carrier = { readonly id: string; readonly groupId: string | undefined; readonly path: Path };

const carrier = (row: Row): Carrier => {
  const set = rowOf(row.Parent) ?? {};
  const profile = truth(set.IsOwnedByProfile) === true;
  const groupId = text(set.PermissionSetGroupId);
  const via = groupId === undefined ? 'permission-set' : 'permission-set-group';
  return {
    id: text(row.ParentId) ?? '',
    groupId,
    path: { via: profile ? 'profile' : via, name: (profile ? profileNameOf(set) : text(set.Name)) ?? '' },
  };
};

/** A group carries what its members carry. */
const isCarried = (
  { permissionSetId, groupId }: Assignment,
  carriers: readonly Carrier[],
  groups: ReadonlySet<string>,
): boolean => carriers.some(({ id }) => id === permissionSetId) || (groupId !== undefined && groups.has(groupId));

const carriersOf = (appId: string): readonly OrgRequest[] => [
  query(`SELECT ${parent} FROM SetupEntityAccess WHERE SetupEntityId = ${quoted(appId)} LIMIT 2000`),
  query(
    `SELECT PermissionSetGroupId, PermissionSetGroup.DeveloperName FROM PermissionSetGroupComponent WHERE ${carriedBy(appId)} LIMIT 2000`,
  ),
];

/**
 * Where "admin approved users are pre-authorized" is resolved: SetupEntityAccess, for connected apps and external client apps.
 * Without a user, `carriers` alone do not answer the question, but where there are none: then nobody is assigned, whoever it is.
 */
export const appAccess: Question<AppAccess> = {
  documents: [
    sobject('SetupEntityAccess', '2026-11-30'),
    sobject('PermissionSetAssignment', '2026-11-30'),
    sobject('PermissionSetGroupComponent', '2026-11-30'),
  ],
  after: ['rights', 'user', 'listed'],
  ask: (seen) => {
    const app = theApp(seen);
    if ('unknown' in app) return app.unknown;
    const user = theUser(seen);
    const carriers = carriersOf(app.app.id);
    return { send: 'unknown' in user ? carriers : [...carriers, assignmentsOf(user.user.id, apiVersion(seen))] };
  },
  read: (answers, seen) => {
    const rights = seen.fact('rights');
    const look = lookAt(rights, { name: 'SetupEntityAccess', needs: [['ViewSetup']] });
    const atUser = lookAt(rights, { name: 'PermissionSetAssignment', needs: assignmentNeeds });
    const [access, members, assigned] = [answerAt(answers, 0), answerAt(answers, 1), answerAt(answers, 2)];
    if (!access.ok) return refused(access, look);
    const carriers = records(access).map(carrier);
    const blind = carriers.length === 0 ? blindTo(look) : undefined;
    if (blind !== undefined) return blind;
    if (carriers.length === 0) return known({ paths: [], carriers: [] }, look.source);
    const user = theUser(seen);
    if ('unknown' in user) return user.unknown;
    if (!assigned.ok) return refused(assigned, atUser);
    const assignments = readAssignments(records(assigned), atUser);
    if (assignments === undefined) return blindTo(atUser) ?? unknown('depends-on-unknown', undefined, look.source);
    if (!members.ok && assignments.some(({ groupId }) => groupId !== undefined)) return refused(members, look);

    const groups = new Map(
      records(members).map((row) => [
        text(row.PermissionSetGroupId) ?? '',
        text(rowOf(row.PermissionSetGroup)?.DeveloperName) ?? '',
      ]),
    );
    const direct = carriers.filter(({ groupId }) => groupId === undefined || !groups.has(groupId));
    const paths = assignments.filter((assignment) => isCarried(assignment, carriers, new Set(groups.keys())));
    return known(
      {
        paths: paths.map(({ path }) => path),
        carriers: [
          ...direct.map(({ path }) => path),
          ...[...groups.values()].map((name): Path => ({ via: 'permission-set-group', name })),
        ],
      },
      look.source,
    );
  },
};
