import { defined, known, unknown, valueOf, type Fact, type Path, type RunAs } from '../../../model/index.ts';
import { blindTo, lookAt, refused } from '../../denial.ts';
import type { OrgAnswer, OrgRequest } from '../../org-wire.ts';
import {
  assignmentNeeds,
  assignmentsWhere,
  loginPermissions,
  readAssignments,
  type Assignment,
} from '../assignments.ts';
import { answerAt, apiVersion, runAsOf, theApp, type Question, type Context } from '../question.ts';
import { needed, records, rowOf, truth, type Row } from '../rows.ts';
import { query, quoted } from '../soql.ts';
import { sobject } from '../documents.ts';

const having = (assignments: readonly Assignment[], column: string): readonly Path[] =>
  assignments.filter(({ permissions }) => permissions.has(column)).map(({ path }) => path);

/** A group carries what its members carry. */
const carrying = (assignments: readonly Assignment[], access: OrgAnswer, members: OrgAnswer): readonly Path[] => {
  const sets = new Set(records(access).map(({ ParentId }) => ParentId));
  const groups = new Set(records(members).map(({ PermissionSetGroupId }) => PermissionSetGroupId));
  return assignments
    .filter(
      ({ permissionSetId, groupId }) => sets.has(permissionSetId) || (groupId !== undefined && groups.has(groupId)),
    )
    .map(({ path }) => path);
};

const join = (
  row: Row,
  login: Row | undefined,
  username: string,
  roads: Pick<RunAs, 'apiEnabled' | 'apiUserOnly' | 'paths'>,
): RunAs => {
  const isFrozen = truth(login?.IsFrozen);
  return {
    username,
    isActive: needed(truth(row.IsActive)),
    ...defined({ isFrozen }),
    ...roads,
  };
};

/** The user of this name, as far as it bears on a login that acts as that user. */
export const userCalled = (username: string): OrgRequest =>
  query(`SELECT Id, Name, IsActive FROM User WHERE Username = ${quoted(username)}`);

/** The run-as user of the app, where the login acts as that user and not as the one who was named, or came by the app before. */
export const otherUser = (seen: Context): string | undefined => {
  const { flow, username = valueOf(seen.fact('user'))?.username } = seen.asked.integration;
  const runAs = flow === 'client-credentials' && username !== undefined ? runAsOf(seen) : undefined;
  return runAs?.toLowerCase() === username?.toLowerCase() ? undefined : runAs;
};

const read = (answers: readonly OrgAnswer[], username: string, seen: Context): Fact<RunAs | undefined> => {
  const rights = seen.fact('rights');
  const atUser = lookAt(rights, { name: 'User', needs: [['ViewAllUsers', 'ManageUsers']] });
  const atSets = lookAt(rights, { name: 'PermissionSetAssignment', needs: assignmentNeeds });
  const [user, login, assigned, access, members] = [0, 1, 2, 3, 4].map((at) => answerAt(answers, at)) as [
    OrgAnswer,
    OrgAnswer,
    OrgAnswer,
    OrgAnswer,
    OrgAnswer,
  ];
  if (!user.ok) return refused(user, atUser);
  const row = records(user)[0];
  if (row === undefined) return blindTo(atUser) ?? known(undefined, atUser.source);
  if (!assigned.ok) return refused(assigned, atSets);
  const all = readAssignments(records(assigned), atSets);
  if (all === undefined) return blindTo(atSets) ?? unknown('depends-on-unknown', undefined, atSets.source);
  if (all.some(({ upToDate }) => !upToDate)) return unknown('depends-on-unknown', undefined, atSets.source);
  if (!access.ok) return refused(access, lookAt(rights, { name: 'SetupEntityAccess', needs: [['ViewSetup']] }));
  return known(
    join(row, rowOf(records(login)[0]), username, {
      apiEnabled: having(all, loginPermissions.apiEnabled),
      apiUserOnly: having(all, loginPermissions.apiUserOnly),
      paths: carrying(all, access, members),
    }),
    atUser.source,
  );
};

/** The user as whom client credentials act. Known only once the app is, so it is found by name, in one wave. */
export const runAs: Question<RunAs | undefined> = {
  documents: [
    sobject('User', '2026-11-30'),
    sobject('UserLogin', '2026-11-30'),
    sobject('PermissionSetAssignment', '2026-11-30'),
    sobject('SetupEntityAccess', '2026-11-30'),
    sobject('PermissionSetGroupComponent', '2026-11-30'),
  ],
  after: ['rights', 'app'],
  ask: (seen) => {
    if (seen.asked.integration.flow !== 'client-credentials') return known(undefined, { place: 'asked' });
    const app = theApp(seen);
    if ('unknown' in app) return app.unknown;
    const policies = seen.fact('app');
    const credentials = policies.state === 'known' ? policies.value?.clientCredentials : undefined;
    if (credentials === undefined) return unknown('depends-on-unknown');
    const username = credentials.runAs;
    if (username === undefined) return known(undefined, { place: 'org', name: 'clientCredentials' });
    const user = `Username = ${quoted(username)}`;
    const carried = `SetupEntityId = ${quoted(app.app.id)}`;
    return {
      send: [
        userCalled(username),
        query(`SELECT IsFrozen FROM UserLogin WHERE UserId IN (SELECT Id FROM User WHERE ${user})`),
        assignmentsWhere(`Assignee.${user}`, apiVersion(seen)),
        query(`SELECT ParentId FROM SetupEntityAccess WHERE ${carried} LIMIT 2000`),
        query(
          `SELECT PermissionSetGroupId FROM PermissionSetGroupComponent WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE ${carried}) LIMIT 2000`,
        ),
      ],
    };
  },
  read: (answers, seen) => read(answers, runAsOf(seen) ?? '', seen),
};
