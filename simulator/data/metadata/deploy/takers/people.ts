import { isIP } from 'node:net';
import {
  addLoginIpRange,
  deletePermissionSet,
  deletePermissionSetGroup,
  insertPermissionSet,
  insertPermissionSetGroup,
  removeLoginIpRange,
  requireSessionLevel,
  setGroupMembers,
  setLoginHours,
  setPermissionSetPermission,
  setProfilePermission,
} from '../../../../state/admin.ts';
import type { Act } from '../../../../state/admin.ts';
import { createProfile } from '../../../../state/people.ts';
import type {
  IpRange,
  LoginHours,
  PermissionSet,
  PermissionSetGroup,
  Profile,
  Weekday,
} from '../../../../state/types.ts';
import { permissionLabel } from '../../../permissions.ts';
import type { Elements } from '../../component.ts';
import { mutingSetName } from '../../people.ts';
import { flagAt, numberAt, partAt, partsAt, textAt, textsAt } from '../given.ts';
import { DeployProblem, missing, noSuch, notSimulated } from '../problem.ts';
import { change, findNamed, profileNamed } from '../taker.ts';
import type { Delivery, Taker } from '../taker.ts';

type Switch = { name: string; enabled: boolean };

const permissionsIn = (given: Elements): Switch[] | undefined =>
  partsAt(given, 'userPermissions')?.map((one) => {
    const [name, enabled] = [textAt(one, 'name'), flagAt(one, 'enabled')];
    if (name === undefined || enabled === undefined) throw missing('name, enabled');
    return { name, enabled };
  });

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const minutes = (hours: Elements, name: string): number | undefined => {
  const text = textAt(hours, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value % 60 !== 0) throw new DeployProblem(`${name}: '${text}' is no full hour`);
  return value;
};

/** A day without limits is absent. */
const hoursOf = (hours: Elements): LoginHours =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const [start, end] = [minutes(hours, `${day}Start`), minutes(hours, `${day}End`)];
      if (start === undefined && end === undefined) return [];
      if (start === undefined || end === undefined) throw missing(`${day}Start, ${day}End`);
      return [[day, { start, end }]];
    }),
  );

export const rangesOf = (parts: Elements[], [first, last]: readonly [string, string]): IpRange[] =>
  parts.map((part) => {
    const [start, end, description] = [textAt(part, first), textAt(part, last), textAt(part, 'description')];
    if (start === undefined || end === undefined) throw missing(start === undefined ? first : last);
    if (isIP(start) === 0 || isIP(start) !== isIP(end)) throw new DeployProblem(`Invalid IP range: ${start} - ${end}`);
    return { start, end, ...(description === undefined ? {} : { description }) };
  });

export const sameRange = (one: IpRange, other: IpRange): boolean => one.start === other.start && one.end === other.end;

const replaceRanges = (act: Act, profile: Profile, ranges: IpRange[]): void => {
  for (const range of profile.loginIpRanges.filter((one) => !ranges.some((other) => sameRange(one, other))))
    removeLoginIpRange(act, profile, range.start);
  for (const range of ranges.filter((one) => !profile.loginIpRanges.some((other) => sameRange(one, other))))
    addLoginIpRange(act, profile, range.start, range.end);
  profile.loginIpRanges = ranges;
};

/** Ranges that a file gives take the place of all that were there; whether one without any leaves them is not known. */
const takeRanges = ({ act, given, switches }: Delivery, profile: Profile): void => {
  const parts = partsAt(given, 'loginIpRanges');
  if (parts === undefined && switches.profileFileWithoutRanges === 'keeps-them') return;
  replaceRanges(act, profile, rangesOf(parts ?? [], ['startAddress', 'endAddress']));
};

/** Permissions that the file does not name stay; so do login hours, which an empty element takes away. */
const takeProfile = (delivery: Delivery): void => {
  const { act, fullName, given } = delivery;
  const profile = profileNamed(act.org, fullName) ?? createProfile(act.org, { name: fullName, permissions: new Set() });
  const hours = partAt(given, 'loginHours');
  if (hours !== undefined) change(hoursOf(hours), profile.loginHours, (next) => setLoginHours(act, profile, next));
  takeRanges(delivery, profile);
  for (const { name, enabled } of permissionsIn(given) ?? [])
    change(enabled, profile.permissions.has(name), (on) =>
      setProfilePermission(act, profile, name, permissionLabel(name), on),
    );
};

const removeProfile = (act: Act, fullName: string): void => {
  const profile = profileNamed(act.org, fullName);
  if (profile === undefined) return;
  if (act.org.users.some(({ profileId }) => profileId === profile.id))
    throw new DeployProblem(`Profile ${profile.name} has users.`);
  act.org.profiles = act.org.profiles.filter((one) => one !== profile);
};

const setNamed = (act: Act, name: string): PermissionSet | undefined =>
  findNamed(act.org.permissionSets, (one) => one.name, name);

/** From version 40 on the file is all that the set holds; before, what it does not name stays. */
const takePermissionSet = ({ act, fullName, given, version }: Delivery): void => {
  const label = textAt(given, 'label');
  if (label === undefined) throw missing('label');
  const set = setNamed(act, fullName) ?? insertPermissionSet(act, fullName, label);
  set.label = label;
  const wanted = permissionsIn(given) ?? [];
  const switchOne = (name: string, on: boolean): void =>
    change(on, set.permissions.has(name), (next) =>
      setPermissionSetPermission(act, set, name, permissionLabel(name), next),
    );
  if (version >= 40) {
    for (const name of [...set.permissions]) {
      if (!wanted.some((one) => one.name === name)) switchOne(name, false);
    }
  }
  for (const { name, enabled } of wanted) switchOne(name, enabled);
};

const removePermissionSet = (act: Act, fullName: string): void => {
  const set = setNamed(act, fullName);
  if (set === undefined) return;
  if (act.org.assignments.some(({ permissionSetId }) => permissionSetId === set.id))
    throw new DeployProblem(`Permission set ${set.label} is assigned to users.`);
  deletePermissionSet(act, set);
};

const groupNamed = (act: Act, name: string): PermissionSetGroup | undefined =>
  findNamed(act.org.permissionSetGroups, (one) => one.developerName, name);

/** One muting set a group, as in Setup. */
const mute = (group: PermissionSetGroup, names: string[]): void => {
  const [name, ...more] = names;
  if (more.length > 0) throw notSimulated('More than one muting permission set of a group');
  if (name === undefined) group.mutedPermissions = new Set();
  else group.mutingSetName = name;
};

const takeGroup = ({ act, fullName, given }: Delivery): void => {
  const label = textAt(given, 'label');
  if (label === undefined) throw missing('label');
  const group = groupNamed(act, fullName) ?? insertPermissionSetGroup(act, fullName, label);
  group.label = label;
  const sets = textsAt(given, 'permissionSets')?.map((name) => {
    const set = setNamed(act, name);
    if (set === undefined) throw noSuch('permissionSets', 'PermissionSet', name);
    return set.id;
  });
  change(sets, group.permissionSetIds, (ids) => setGroupMembers(act, group, ids));
  const muting = textsAt(given, 'mutingPermissionSets');
  if (muting !== undefined) mute(group, muting);
};

const removeGroup = (act: Act, fullName: string): void => {
  const group = groupNamed(act, fullName);
  if (group !== undefined) deletePermissionSetGroup(act, group);
};

/** A muting set belongs to the group that names it. */
const takeMutingSet = ({ act, fullName, given }: Delivery): void => {
  const group = act.org.permissionSetGroups.find((one) => mutingSetName(one) === fullName);
  if (group === undefined) throw notSimulated('A muting permission set that no group of this org names');
  const wanted = permissionsIn(given) ?? [];
  group.mutedPermissions = new Set(wanted.filter(({ enabled }) => enabled).map(({ name }) => name));
};

const sessionLevelOf = (given: Elements): 'HIGH_ASSURANCE' | 'STANDARD' | undefined => {
  const level = textAt(given, 'requiredSessionLevel');
  if (level === undefined || level === 'HIGH_ASSURANCE' || level === 'STANDARD') return level;
  throw notSimulated(`requiredSessionLevel ${level}`);
};

/** The name of such a file is made by the org: it goes by the profile that the file names. */
const takeSessionSetting = ({ act, given }: Delivery): void => {
  const name = textAt(given, 'profile');
  if (name === undefined) throw missing('profile');
  const profile = profileNamed(act.org, name);
  if (profile === undefined) throw noSuch('profile', 'Profile', name);
  const timeout = numberAt(given, 'sessionTimeout');
  if (timeout !== undefined && timeout !== act.org.settings.sessionMinutes)
    throw notSimulated('A session timeout of one profile');
  change(sessionLevelOf(given), profile.requiredSessionLevel, (next) => requireSessionLevel(act, profile, next));
};

const elsewhere = [
  'agentAccesses',
  'applicationVisibilities',
  'classAccesses',
  'customMetadataTypeAccesses',
  'customPermissions',
  'customSettingAccesses',
  'description',
  'externalDataSourceAccesses',
  'fieldPermissions',
  'flowAccesses',
  'genComputingSummaryDefAccesses',
  'objectPermissions',
  'pageAccesses',
  'recordTypeVisibilities',
  'servicePresenceStatusAccesses',
];

const setElsewhere = [
  ...elsewhere,
  'emailRoutingAddressAccesses',
  'enrichments',
  'externalCredentialPrincipalAccesses',
  'license',
  'tabSettings',
];

export const peopleTakers: readonly Taker[] = [
  {
    type: 'PermissionSet',
    heeds: ['label', 'userPermissions'],
    keeps: setElsewhere,
    take: takePermissionSet,
    remove: removePermissionSet,
  },
  {
    type: 'PermissionSetGroup',
    heeds: ['label', 'permissionSets', 'mutingPermissionSets'],
    keeps: ['description', 'status'],
    take: takeGroup,
    remove: removeGroup,
  },
  { type: 'MutingPermissionSet', heeds: ['userPermissions'], keeps: [...setElsewhere, 'label'], take: takeMutingSet },
  {
    type: 'Profile',
    heeds: ['loginHours', 'loginIpRanges', 'userPermissions'],
    keeps: [
      ...elsewhere,
      'categoryGroupVisibilities',
      'layoutAssignments',
      'profileActionOverrides',
      'tabVisibilities',
    ],
    take: takeProfile,
    remove: removeProfile,
  },
  {
    type: 'ProfileSessionSetting',
    heeds: ['profile', 'requiredSessionLevel', 'sessionTimeout'],
    keeps: [],
    take: takeSessionSetting,
  },
];
