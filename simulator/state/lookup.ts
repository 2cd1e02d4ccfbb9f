import { sameId } from './ids.ts';
import type { App, Assignment, Grant, Id, Org, PermissionName, Profile, Session, User } from './types.ts';

const need = <T>(found: T | undefined, what: string, name: string): T => {
  if (found === undefined) throw new Error(`No ${what} "${name}" in the simulated org.`);
  return found;
};

export const userById = (org: Org, id: Id): User =>
  need(
    org.users.find((user) => sameId(user.id, id)),
    'user',
    id,
  );

export const appById = (org: Org, id: Id): App =>
  need(
    org.apps.find((app) => sameId(app.id, id)),
    'app',
    id,
  );

export const profileOf = (org: Org, user: User): Profile =>
  need(
    org.profiles.find(({ id }) => id === user.profileId),
    'profile',
    user.profileId,
  );

export const userNamed = (org: Org, username: string): User | undefined =>
  org.users.find((user) => user.username.toLowerCase() === username.toLowerCase());

export const nameOf = (user: User): string => `${user.firstName} ${user.lastName}`.trim();

/** The host at which an org is reached and logged in to by its own name. */
export const myDomainOf = ({ myDomainName }: Org): string => `${myDomainName}.my.salesforce.com`;

export const sessionOf = (org: Org, token: string): Session | undefined =>
  org.sessions.find((session) => session.token === token);

export const grantOf = (org: Org, refreshToken: string): Grant | undefined =>
  org.grants.find((grant) => grant.refreshToken === refreshToken || grant.spentTokens.includes(refreshToken));

/** The user's assignments whose time is not over. */
const assignmentsOf = (org: Org, userId: Id): Assignment[] =>
  org.assignments.filter((one) => one.userId === userId && one.expired !== true);

const groupsOf = (org: Org, userId: Id): Id[] =>
  assignmentsOf(org, userId).flatMap(({ permissionSetGroupId: id }) => (id === undefined ? [] : [id]));

const setsOf = (org: Org, userId: Id): Id[] =>
  assignmentsOf(org, userId).flatMap(({ permissionSetId: id }) => (id === undefined ? [] : [id]));

/** Ids of all permission sets that reach the user, on their own or in a group. */
export const permissionSetIdsOf = (org: Org, userId: Id): Set<Id> => {
  const groups = org.permissionSetGroups.filter(({ id }) => groupsOf(org, userId).includes(id));
  return new Set([...setsOf(org, userId), ...groups.flatMap((group) => group.permissionSetIds)]);
};

/** What the user may do: by profile, by permission set, and by group as far as the group does not mute it. */
export const permissionsOf = (org: Org, user: User): Set<PermissionName> => {
  const setOf = (id: Id): PermissionName[] => [...(org.permissionSets.find((one) => one.id === id)?.permissions ?? [])];
  const own = setsOf(org, user.id).flatMap(setOf);
  const grouped = org.permissionSetGroups
    .filter(({ id }) => groupsOf(org, user.id).includes(id))
    .flatMap((group) => group.permissionSetIds.flatMap(setOf).filter((name) => !group.mutedPermissions.has(name)));
  return new Set([...profileOf(org, user).permissions, ...own, ...grouped]);
};

/** Whether this user may use this app: its handler says so, or an administrator by profile or permission set. */
export const isPreAuthorised = (org: Org, user: User, app: App): boolean => {
  if (app.handler !== undefined) return !app.handler.refuses.includes(user.id);
  const reached = permissionSetIdsOf(org, user.id);
  return app.profileIds.includes(user.profileId) || app.permissionSetIds.some((id) => reached.has(id));
};

/** Delegated authentication: on in an org in which anybody can have its permission. */
const singleSignOn: PermissionName = 'IsSsoEnabled';

/** Features that bring columns of their own, as the schema names them. */
export const featuresOf = (org: Org): ReadonlySet<string> => {
  const carriers = [...org.profiles, ...org.permissionSets];
  return new Set([
    ...(carriers.some(({ permissions }) => permissions.has(singleSignOn)) ? ['delegated authentication'] : []),
    ...(org.settings.apiAccessControl === undefined ? [] : ['api access control']),
  ]);
};

/** A service of the company checks the password, and Salesforce does not. */
export const isSingleSignOnUser = (org: Org, user: User): boolean => permissionsOf(org, user).has(singleSignOn);
