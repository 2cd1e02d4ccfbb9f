import { valueOf } from '../model/index.ts';
import type { Alteration, CountingPermission, Evidence, Fact, Path, RunAs, UserPermissions } from '../model/index.ts';
import { isNamedById, namedCarriers } from './named-carriers.ts';
import { hasCarrier, hasInGroup, isInGroups, mayBePath, samePath, type Has, type Standing } from './person.ts';
import { hidden, isRunAs, mapFact, type Touched } from './touch.ts';

type Roads = readonly Path[];

/** Of a path that the user has: there is one profile to a user, whatever it is called. */
const isOwnRoad = (road: Path, path: Path): boolean =>
  path.via === 'profile' ? road.via === 'profile' : samePath(road, path);

const without = (roads: Roads, path: Path): Roads => roads.filter((road) => !samePath(road, path));

const withRoad = (roads: Roads, path: Path): Roads => [...without(roads, path), path];

/** A road of the user opened or closed; `undefined`: whether the user is on it was not seen. */
const turned = (
  roads: Roads,
  path: Path,
  { isOn, has }: { readonly isOn: boolean; readonly has: Has },
): Roads | undefined => {
  if (has === false) return roads;
  if (has !== 'unseen') return isOn ? withRoad(roads, path) : roads.filter((road) => !isOwnRoad(road, path));
  // The roads that grant it are all there: one that is closed, and can be none of them, closes nothing.
  return !isOn && !roads.some((road) => mayBePath(road, path)) ? roads : undefined;
};

const roadsFact = {
  ApiEnabled: 'apiEnabled',
  ApiUserOnly: 'apiUserOnly',
  TwoFactorApi: 'twoFactorApi',
  PasswordNeverExpires: 'passwordNeverExpires',
} as const satisfies Partial<Record<CountingPermission, keyof UserPermissions>>;

const otherFact = {
  IsSsoEnabled: 'singleSignOn',
  UseAnyApiAuth: 'anyApiAuth',
  UseAnyApiClient: 'anyApiClient',
  CanApproveUninstalledApps: 'approveUninstalled',
} as const satisfies Partial<Record<CountingPermission, keyof Evidence>>;

const isOfUserPermissions = (name: CountingPermission): name is keyof typeof roadsFact => name in roadsFact;

const isOfOther = (name: CountingPermission): name is keyof typeof otherFact => name in otherFact;

type Turn = { readonly path: Path; readonly isOn: boolean; readonly has: Has };

const turnedFact = (fact: Fact<Roads>, { path, ...turn }: Turn): Fact<Roads> => {
  if (fact.state !== 'known') return fact;
  const roads = turned(fact.value, path, turn);
  return roads === undefined ? hidden : mapFact(fact, () => roads);
};

const rightOf = ({ userPermissions }: Evidence, name: keyof typeof roadsFact): Fact<Roads> =>
  mapFact(userPermissions, (all) => all[roadsFact[name]]);

const isGranted = (fact: Fact<Roads>): boolean | undefined =>
  fact.state === 'known' ? fact.value.length > 0 : undefined;

/** When the password expires then is told nowhere in advance. */
const expiry = (before: Fact<Roads>, after: Fact<Roads>): Touched => {
  const [then, now] = [isGranted(before), isGranted(after)];
  return now !== undefined && now === then ? {} : { passwordExpiresAt: hidden };
};

const inPermissions = (evidence: Evidence, name: keyof typeof roadsFact, roads: Fact<Roads>): Touched => ({
  userPermissions:
    roads.state === 'known'
      ? mapFact(evidence.userPermissions, (all) => ({ ...all, [roadsFact[name]]: roads.value }))
      : roads,
  ...(name === 'PasswordNeverExpires' ? expiry(rightOf(evidence, name), roads) : {}),
});

/** What of the run-as user hangs on a permission set: whose roads they are is not known here. */
const ofRunAs = ({ runAs, integration }: Evidence, touches: (user: RunAs) => boolean): Touched =>
  isRunAs(valueOf(integration)?.flow) && runAs.state === 'known' && runAs.value !== undefined && touches(runAs.value)
    ? { runAs: hidden }
    : {};

const namesRoad = (roads: Roads, { path, isOn }: Turn): boolean =>
  isOn ? path.via !== 'profile' : roads.some((road) => mayBePath(road, path));

/** What becomes of the roads by which a user has something. Undefined: nothing, they are not this user's. */
const roadsAfter = (standing: Standing, fact: Fact<Roads>, turn: Turn): Fact<Roads> | undefined => {
  // A group grants what its sets grant, but for what it mutes: what becomes of it cannot be worked out from one set.
  if (hasInGroup(standing, turn.path) !== false) return hidden;
  return turn.has === false ? undefined : turnedFact(fact, turn);
};

/** What a permission of a profile or permission set, on or off, changes for a user. */
export const layPermission = (standing: Standing, path: Path, name: CountingPermission, isOn: boolean): Touched => {
  const { evidence } = standing;
  const turn: Turn = { path, isOn, has: hasCarrier(standing, path) };
  if (isOfOther(name)) {
    const roads = roadsAfter(standing, evidence[otherFact[name]], turn);
    return roads === undefined ? {} : { [otherFact[name]]: roads };
  }
  if (!isOfUserPermissions(name)) return {};
  const runAs = ofRunAs(evidence, (user) =>
    name === 'ApiEnabled' || name === 'ApiUserOnly' ? namesRoad(user[roadsFact[name]], turn) : false,
  );
  const roads = roadsAfter(standing, rightOf(evidence, name), turn);
  return { ...(roads === undefined ? {} : inPermissions(evidence, name, roads)), ...runAs };
};

/** What it changes that a profile or permission set carries the app, or carries it no more. */
export const layAppInCarrier = (standing: Standing, path: Path, isIn: boolean): Touched => {
  const { evidence } = standing;
  const { appAccess } = evidence;
  const turn: Turn = { path, isOn: isIn, has: hasCarrier(standing, path) };
  const runAs = ofRunAs(evidence, ({ paths }) => namesRoad(paths, turn));
  const roads = roadsAfter(
    standing,
    mapFact(appAccess, ({ paths }) => paths),
    turn,
  );
  if (roads === undefined) return runAs;
  if (roads.state !== 'known') return { appAccess: roads, ...runAs };
  const held = (carriers: Roads): Roads => (isIn ? withRoad(carriers, path) : without(carriers, path));
  return {
    appAccess: mapFact(appAccess, ({ carriers }) => ({ paths: roads.value, carriers: held(carriers) })),
    ...runAs,
  };
};

/** What stands by its id may be in a group of the user, or any of its sets where those were not seen. */
const mayBeById = (standing: Standing, { setIds = [] }: NamedCarriers): boolean =>
  setIds.length > 0 && (standing.roads === undefined || isInGroups(standing));

type NamedCarriers = Extract<Alteration, { readonly set: 'app-carriers' }>;

/** Perhaps the deployment lets in whom a file names beside the app, and perhaps it does not. */
export const layNamedCarriers = (standing: Standing, setting: NamedCarriers): Touched => {
  const { appAccess } = standing.evidence;
  if (appAccess.state !== 'known' || appAccess.value.paths.length > 0) return {};
  const mayHave = (path: Path): boolean => hasCarrier(standing, path) !== false || hasInGroup(standing, path) !== false;
  const isNamed =
    namedCarriers(setting).some(mayHave) ||
    standing.roads?.some((road) => isNamedById(road, setting)) === true ||
    mayBeById(standing, setting);
  return isNamed ? { appAccess: hidden } : {};
};
