import type { Alteration, CountingPermission, Evidence, Fact, Path, RunAs, UserPermissions } from '../model/index.ts';
import { hasCarrier, hasInGroup, samePath, type Has, type Standing } from './person.ts';
import { hidden, mapFact, type Touched } from './touch.ts';

type Roads = readonly Path[];

const without = (roads: Roads, path: Path): Roads => roads.filter((road) => !samePath(road, path));

const withRoad = (roads: Roads, path: Path): Roads => [...without(roads, path), path];

/** A road of the user opened or closed; `undefined`: whether the user is on it was not seen. */
const turned = (roads: Roads, path: Path, { isOn, has }: { readonly isOn: boolean; readonly has: Has }) => {
  // The roads that grant it are all there, so one that is closed is simply gone.
  if (!isOn) return without(roads, path);
  if (has === 'unseen') return undefined;
  return has ? withRoad(roads, path) : roads;
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
  CanApproveUninstalledApps: 'approveUninstalled',
} as const satisfies Partial<Record<CountingPermission, 'singleSignOn' | 'anyApiAuth' | 'approveUninstalled'>>;

const isOfUserPermissions = (name: CountingPermission): name is keyof typeof roadsFact => name in roadsFact;

const isOfOther = (name: CountingPermission): name is keyof typeof otherFact => name in otherFact;

type Turn = { readonly path: Path; readonly isOn: boolean; readonly has: Has };

const turnedFact = (fact: Fact<Roads>, { path, ...turn }: Turn): Fact<Roads> => {
  if (fact.state !== 'known') return fact;
  const roads = turned(fact.value, path, turn);
  return roads === undefined ? hidden : mapFact(fact, () => roads);
};

const inPermissions = (evidence: Evidence, name: keyof typeof roadsFact, { path, ...turn }: Turn): Touched => {
  const { userPermissions } = evidence;
  if (userPermissions.state !== 'known') return { userPermissions };
  const roads = turned(userPermissions.value[roadsFact[name]], path, turn);
  return {
    userPermissions:
      roads === undefined ? hidden : mapFact(userPermissions, (all) => ({ ...all, [roadsFact[name]]: roads })),
  };
};

/** What of the run-as user hangs on a permission set: whose roads they are is not known here. */
const ofRunAs = ({ runAs }: Evidence, touches: (user: RunAs) => boolean): Touched =>
  runAs.state === 'known' && runAs.value !== undefined && touches(runAs.value) ? { runAs: hidden } : {};

const namesRoad = (roads: Roads, { path, isOn }: Turn): boolean =>
  isOn ? path.via !== 'profile' : roads.some((road) => samePath(road, path));

/** A group grants what its sets grant, but for what it mutes: what becomes of it cannot be worked out from one set. */
const inGroup = (standing: Standing, path: Path, touched: Touched): Touched => {
  if (hasInGroup(standing, path) === false) return touched;
  return Object.fromEntries(Object.keys(touched).map((name) => [name, hidden]));
};

/** What a permission of a profile or permission set, on or off, changes for a user. */
export const layPermission = (standing: Standing, path: Path, name: CountingPermission, isOn: boolean): Touched => {
  const { evidence } = standing;
  const turn: Turn = { path, isOn, has: hasCarrier(standing, path) };
  if (isOfUserPermissions(name)) {
    const runAs = ofRunAs(evidence, (user) =>
      name === 'ApiEnabled' || name === 'ApiUserOnly' ? namesRoad(user[roadsFact[name]], turn) : false,
    );
    return { ...inGroup(standing, path, inPermissions(evidence, name, turn)), ...runAs };
  }
  if (!isOfOther(name)) return {};
  const fact = otherFact[name];
  return inGroup(standing, path, { [fact]: turnedFact(evidence[fact], turn) });
};

/** What it changes that a profile or permission set carries the app, or carries it no more. */
export const layAppInCarrier = (standing: Standing, path: Path, isIn: boolean): Touched => {
  const { evidence } = standing;
  const { appAccess } = evidence;
  const turn: Turn = { path, isOn: isIn, has: hasCarrier(standing, path) };
  const runAs = ofRunAs(evidence, ({ paths }) => namesRoad(paths, turn));
  if (appAccess.state !== 'known') return { appAccess, ...runAs };
  const { paths, carriers } = appAccess.value;
  const roads = turned(paths, path, turn);
  const held = isIn ? withRoad(carriers, path) : without(carriers, path);
  const changed = roads === undefined ? hidden : mapFact(appAccess, () => ({ paths: roads, carriers: held }));
  return { ...inGroup(standing, path, { appAccess: changed }), ...runAs };
};

/** Perhaps the deployment lets in whom a file names beside the app, and perhaps it does not. */
export const layNamedCarriers = (
  standing: Standing,
  { profiles, sets }: Extract<Alteration, { readonly set: 'app-carriers' }>,
): Touched => {
  const { appAccess } = standing.evidence;
  if (appAccess.state !== 'known' || appAccess.value.paths.length > 0) return {};
  const named: Roads = [
    ...profiles.map((name): Path => ({ via: 'profile', name })),
    ...(sets ?? []).map((name): Path => ({ via: 'permission-set', name })),
  ];
  const mayHave = (path: Path): boolean => hasCarrier(standing, path) !== false || hasInGroup(standing, path) !== false;
  return sets === undefined || named.some(mayHave) ? { appAccess: hidden } : {};
};
