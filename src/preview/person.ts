import { usesApp, valueOf } from '../model/index.ts';
import type { Alteration, Evidence, Path, Road } from '../model/index.ts';
import { isWithoutApp } from './integrations.ts';
import { isEnglishName, isSameProfile, isStandardProfile } from './profile-names.ts';
import { isProfileId } from '../clues/roads.ts';

/** A login as it stands today, and what its user is assigned to. */
export type Standing = {
  readonly evidence: Evidence;
  /** Every profile, permission set and group of the user; absent: not seen whole. */
  readonly roads?: readonly Road[] | undefined;
  /** Developer names of the apps that are called as its own; absent: not all were seen. */
  readonly namesakes?: readonly string[] | undefined;
  /** Its evidence through each of them, where several apps are called so. */
  readonly either?: readonly Evidence[] | undefined;
  /** Standard profiles are shown by their English names. */
  readonly inEnglish?: boolean | undefined;
};

/** `unseen`: what would tell it was not seen. */
export type Has = boolean | 'unseen';

export const samePath = (one: Path, other: Path): boolean =>
  one.via === other.via &&
  (one.via === 'profile'
    ? isSameProfile(one.name, other.name) || isSameProfile(other.name, one.name)
    : one.name.toLowerCase() === other.name.toLowerCase());

const bareName = (name: string): string | undefined => name.split('__').at(-1)?.toLowerCase();

/**
 * Whether a road can be that path: a session that may not see a profile's name is told its id, and one that reads names reads them
 * without the namespace.
 */
export const mayBePath = (road: Path, path: Path): boolean =>
  samePath(road, path) ||
  (road.via === path.via &&
    (path.via === 'profile' ? isProfileId(road.name) : bareName(road.name) === bareName(path.name)));

export const holds = (paths: readonly Path[], path: Path): boolean => paths.some((one) => samePath(one, path));

/** Whether a standard profile has its English name in what was read: the org shows them in a language of its own. */
export const showsEnglish = ({ evidence, inEnglish }: Standing): boolean =>
  inEnglish === true ||
  [
    valueOf(evidence.user)?.profileName,
    ...(valueOf(evidence.appAccess)?.carriers ?? []).flatMap(({ via, name }) => (via === 'profile' ? [name] : [])),
  ].some((name) => name !== undefined && isEnglishName(name));

/** Whether the user has that profile. */
export const hasProfile = (standing: Standing, profile: string): Has => {
  const { evidence } = standing;
  if (evidence.user.state !== 'known') return 'unseen';
  const user = evidence.user.value;
  if (user === undefined) return false;
  if (user.profileName === undefined) return 'unseen';
  if (isSameProfile(user.profileName, profile)) return true;
  return isStandardProfile(profile) && !showsEnglish(standing) ? 'unseen' : false;
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
  if (standing.roads !== undefined) {
    if (holds(standing.roads, path)) return true;
    return standing.roads.some((road) => mayBePath(road, path)) ? 'unseen' : false;
  }
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

/** Its rows say that it went through no app. */
const goesThroughNone = ({ integration, loginRows }: Evidence): boolean => {
  const rows = valueOf(loginRows) ?? [];
  const named = valueOf(integration);
  return (
    named?.app === undefined &&
    named?.consumerKey === undefined &&
    rows.length > 0 &&
    rows.every((row) => row.application !== undefined && isWithoutApp(row))
  );
};

const sameName = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** A name in a file: metadata knows no label. */
const isDeveloperName = (named: string): boolean => /^\w+$/u.test(named);

/** By hand a part of an app is named, such as its policies: those are called after the app. */
const isPartOf = (app: string, named: string): boolean => {
  const [name, whole] = [named.toLowerCase(), app.toLowerCase()];
  return name.startsWith(`${whole}_`) && /^_\w*(?:oauth|plcy|set)\w*$/u.test(name.slice(whole.length));
};

/** A file may call an app by its developer name: where that was not read, or has no namespace here, it may be this one. */
const mayBeCalled = ({ evidence: { app, integration }, namesakes }: Standing, named: string): boolean => {
  const found = valueOf(app);
  if (!isDeveloperName(named)) return false;
  const own = found?.developerName === undefined ? undefined : [found.developerName];
  const names = own ?? (app.state === 'known' ? undefined : namesakes);
  if (names !== undefined)
    return names.some((name) => sameName(named.split('__').at(-1), name) || isPartOf(name, named));
  const { app: label, consumerKey } = valueOf(integration) ?? {};
  // Of a login through an app that nobody named, nothing was looked for.
  return found !== undefined || app.state !== 'known' || (label === undefined && consumerKey === undefined);
};

/** Which app a setting is about: by its developer name, or by hand by its label too. */
type NamedApp = Pick<Extract<Alteration, { readonly app: string }>, 'app' | 'kind'>;

/** What the app that a login goes through may be called: a file calls it by its developer name alone. */
const namesOf = ({ app, integration }: Evidence, kind: NamedApp['kind']): ReadonlyArray<string | undefined> => {
  const found = valueOf(app);
  if (found === undefined) {
    const { app: label, appLabel, consumerKey } = valueOf(integration) ?? {};
    return [label, appLabel, consumerKey];
  }
  const { name, developerName, id } = found;
  return kind !== undefined && developerName !== undefined ? [developerName] : [name, developerName, id];
};

/** Whether the login goes through that app. */
export const usesThisApp = (standing: Standing, { app: named, kind }: NamedApp): Has => {
  const { evidence } = standing;
  const flow = valueOf(evidence.integration)?.flow;
  if (flow !== undefined && !usesApp(flow)) return false;
  const found = valueOf(evidence.app);
  if (kind !== undefined && found !== undefined && found.kind !== kind) return false;
  const names = [...namesOf(evidence, kind), valueOf(evidence.appOauth)?.consumerKey];
  if (names.some((name) => sameName(name, named))) return true;
  return !goesThroughNone(evidence) && mayBeCalled(standing, named) ? 'unseen' : false;
};
