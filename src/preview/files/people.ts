import type { Alteration, CountingPermission, Edit, LoginHours, Path, Weekday } from '../../model/index.ts';
import { permissionsThatCount } from '../../model/index.ts';
import { byElement, byTruth, editAt, truthOf, type Component, type Reader } from './component.ts';
import { at, childrenOf, rangesIn, textAt, type Element } from './element.ts';

const counts = (name: string | undefined): name is CountingPermission =>
  permissionsThatCount.some((one) => one === name);

type Granted = { readonly name: CountingPermission; readonly value: boolean; readonly element: Element };

const grantsIn = (root: Element): readonly Granted[] =>
  childrenOf(root, 'userPermissions').flatMap((element): readonly Granted[] => {
    const name = textAt(element, 'name');
    return counts(name) ? [{ name, value: truthOf(textAt(element, 'enabled')) === true, element }] : [];
  });

/**
 * The ranges that a file names take the place of those that are there. Source:
 * https://salesforce.stackexchange.com/questions/250292/metadataservice-in-apex-overriding-the-ip-ranges-on-profile-instead-of-adding-th
 * Whether a file that names none takes them away is not documented: it would refuse nobody.
 */
const rangesOf = (root: Element, profile: string): readonly Edit[] => {
  const ranges = childrenOf(root, 'loginIpRanges');
  const [first] = ranges;
  const value = rangesIn(ranges, { start: 'startAddress', end: 'endAddress' });
  if (first === undefined || value.length === 0) return [];
  return [editAt('loginIpRanges', first.at, { set: 'login-ranges', profile, value })];
};

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const hoursIn = (hours: Element): LoginHours =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const [start, end] = [textAt(hours, `${day}Start`), textAt(hours, `${day}End`)].map(Number);
      return start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end)
        ? []
        : [[day, { start, end }] as const];
    }),
  );

/**
 * Hours that are not there stay as they are; an empty element takes them away.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profile.htm
 */
const hoursOf = (root: Element, profile: string): readonly Edit[] => {
  const hours = at(root, 'loginHours');
  return hours === undefined
    ? []
    : [editAt('loginHours', hours.at, { set: 'login-hours', profile, value: hoursIn(hours) })];
};

/** A profile's file changes the permissions that it names, and leaves the others: https://github.com/CopadoSolutions/Copado-Manual/pull/8 */
export const profile: Reader = ({ root, fullName }) => [
  ...rangesOf(root, fullName),
  ...hoursOf(root, fullName),
  ...grantsIn(root).map(({ name, value, element }) =>
    editAt(`userPermissions.${name}`, element.at, {
      set: 'permission',
      path: { via: 'profile', name: fullName },
      name,
      value,
    }),
  ),
];

const untoldOf = (path: Path, why: 'activation' | 'deletion' | 'decomposed'): Alteration => ({
  set: 'untold',
  about: { of: 'carrier', path },
  why,
});

/**
 * A permission set's file takes the place of the whole set: what it does not name is off.
 * Source: https://developer.salesforce.com/docs/platform/api-metadata/references/meta-types/metadata-permissionset.html (API version 40.0 and later)
 */
export const permissionSet: Reader = ({ root, fullName: name }) => {
  const path: Path = { via: 'permission-set', name };
  const granted = grantsIn(root);
  return [
    ...permissionsThatCount.map((permission): Edit => {
      const found = granted.find((one) => one.name === permission);
      const setting = { set: 'permission', path, name: permission, value: found?.value ?? false } as const;
      return editAt(`userPermissions.${permission}`, found?.element.at ?? root.at, setting);
    }),
    ...byTruth(root, ['hasActivationRequired'], (value) => (value ? untoldOf(path, 'activation') : undefined)),
  ];
};

export const permissionSetGroup: Reader = ({ root, fullName: group }) => {
  const sets = childrenOf(root, 'permissionSets').map(({ text }) => text);
  const mutes = childrenOf(root, 'mutingPermissionSets').length > 0;
  return [editAt('permissionSets', root.at, { set: 'group-members', group, sets, mutes })];
};

/** Which groups it mutes stands in the groups. */
export const mutingPermissionSet: Reader = ({ root }) =>
  grantsIn(root)
    .filter(({ value }) => value)
    .map(({ name, element }) =>
      editAt(`userPermissions.${name}`, element.at, { set: 'untold', about: { of: 'groups' }, why: 'muting' }),
    );

const profileIn = ({ root, fullName }: Component): string => textAt(root, 'profile') ?? fullName;

/** `0`: never. Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profilepasswordpolicy.htm */
export const profilePasswordPolicy: Reader = (component) =>
  byElement(component.root, ['passwordExpiration'], (text) =>
    text === '0'
      ? undefined
      : {
          set: 'untold',
          about: { of: 'profile', profile: profileIn(component) },
          why: 'password-expiry',
          flows: ['password', 'soap-login'],
        },
  );

export const profileSessionSetting: Reader = (component) =>
  byElement(component.root, ['requiredSessionLevel'], (text) =>
    text.toUpperCase() === 'HIGH_ASSURANCE'
      ? { set: 'untold', about: { of: 'profile', profile: profileIn(component) }, why: 'session-level' }
      : undefined,
  );
