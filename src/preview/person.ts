import { valueOf } from '../model/index.ts';
import type { Evidence, Path } from '../model/index.ts';
import { isSameProfile } from './profile-names.ts';

/** A login as it stands today, and what its user is assigned to. */
export type Standing = {
  readonly evidence: Evidence;
  /** Every profile, permission set and group of the user; absent: not seen whole. */
  readonly roads?: readonly Path[] | undefined;
};

/** `unseen`: what would tell it was not seen. */
export type Has = boolean | 'unseen';

export const samePath = (one: Path, other: Path): boolean =>
  one.via === other.via &&
  (one.via === 'profile'
    ? isSameProfile(one.name, other.name) || isSameProfile(other.name, one.name)
    : one.name.toLowerCase() === other.name.toLowerCase());

export const holds = (paths: readonly Path[], path: Path): boolean => paths.some((one) => samePath(one, path));

/** Whether the user has that profile. */
export const hasProfile = ({ evidence }: Standing, profile: string): Has => {
  if (evidence.user.state !== 'known') return 'unseen';
  const user = evidence.user.value;
  if (user === undefined) return false;
  return user.profileName === undefined ? 'unseen' : isSameProfile(user.profileName, profile);
};

/** Roads that the facts happen to name: whoever reaches something by one is assigned to it. */
const namedRoads = ({ userPermissions, appAccess, groupMembers }: Evidence): readonly Path[] => [
  ...Object.values(valueOf(userPermissions) ?? {}).flat(),
  ...(valueOf(appAccess)?.paths ?? []),
  ...(valueOf(groupMembers) ?? []).map(({ group }): Path => ({ via: 'permission-set-group', name: group })),
];

/** Whether the user is assigned to that profile, permission set or group: by itself, not through a group. */
export const hasCarrier = (standing: Standing, path: Path): Has => {
  if (path.via === 'profile') return hasProfile(standing, path.name);
  if (standing.roads !== undefined) return holds(standing.roads, path);
  return holds(namedRoads(standing.evidence), path) ? true : 'unseen';
};

/** Whether the user is in any permission set group; so it may be, where its roads were not seen. */
export const isInGroups = ({ roads }: Standing): boolean =>
  roads?.some(({ via }) => via === 'permission-set-group') ?? true;

/** Whether a group of the user holds the set. */
export const hasInGroup = ({ evidence, roads }: Standing, { via, name }: Path): Has => {
  if (via !== 'permission-set') return false;
  if (roads?.every((road) => road.via !== 'permission-set-group') === true) return false;
  const { groupMembers } = evidence;
  if (groupMembers.state !== 'known') return 'unseen';
  return groupMembers.value.some(({ set }) => set.toLowerCase() === name.toLowerCase());
};

const sameName = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** Whether the login goes through that app. */
export const usesThisApp = ({ evidence }: Standing, named: string): boolean => {
  const { app, appLabel, consumerKey } = valueOf(evidence.integration) ?? {};
  const found = valueOf(evidence.app);
  const names = found === undefined ? [app, appLabel, consumerKey] : [found.name, found.developerName, found.id];
  return names.some((name) => sameName(name, named)) || sameName(valueOf(evidence.appOauth)?.consumerKey, named);
};
