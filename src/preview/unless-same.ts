import { valueOf } from '../model/index.ts';
import type { Alteration, Evidence, Path } from '../model/index.ts';
import { isNamedById, namedCarriers } from './named-carriers.ts';
import { hasCarrier, holds, usesThisApp, type Standing } from './person.ts';

/** The user's roads to the app, as far as the file names them too. */
const namesTheRoad = (
  { evidence: { appAccess }, roads = [] }: Standing,
  setting: Extract<Alteration, { readonly set: 'app-carriers' }>,
): boolean => {
  const named = [...namedCarriers(setting), ...roads.filter((road) => isNamedById(road, setting))];
  return valueOf(appAccess)?.paths.some((path) => holds(named, path)) === true;
};

/** Of a group it is seen which sets it holds, and not what it mutes. */
const isSameGroup = (
  { groupMembers }: Evidence,
  { group, sets, mutes }: Extract<Alteration, { readonly set: 'group-members' }>,
): boolean => {
  if (groupMembers.state !== 'known' || mutes) return false;
  const held = groupMembers.value.filter((one) => one.group.toLowerCase() === group.toLowerCase());
  const [now, then] = [held.map(({ set }) => set.toLowerCase()), sets.map((set) => set.toLowerCase())];
  return JSON.stringify(now.toSorted()) === JSON.stringify(then.toSorted());
};

/** Settings of which nobody can say what a deployment does with them, but where the file says what is so already. */
export const isUntoldUnlessSame = (standing: Standing, setting: Alteration): boolean => {
  const { evidence } = standing;
  if (setting.set === 'consumer-key')
    return usesThisApp(standing, setting) === true && valueOf(evidence.appOauth)?.consumerKey !== setting.value;
  if (setting.set === 'my-domain-name')
    return valueOf(evidence.myDomain)?.name?.toLowerCase() !== setting.value.toLowerCase();
  if (setting.set === 'group-members') {
    const path: Path = { via: 'permission-set-group', name: setting.group };
    return hasCarrier(standing, path) !== false && !isSameGroup(evidence, setting);
  }
  if (setting.set !== 'app-carriers' || usesThisApp(standing, setting) !== true) return false;
  // Whoever need not be approved needs no road.
  const isApproved = valueOf(evidence.app)?.permittedUsers !== 'self-authorized';
  return isApproved && !namesTheRoad(standing, setting);
};
