import { passwordFlows } from '../../clues/flows.ts';
import { defined, permissionsThatCount } from '../../model/index.ts';
import type {
  Alteration,
  CountingPermission,
  Edit,
  Flow,
  LoginHours,
  Path,
  UntoldWhy,
  Weekday,
} from '../../model/index.ts';
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

const untoldOf = (path: Path, why: UntoldWhy, flows?: readonly Flow[]): Alteration => ({
  set: 'untold',
  about: { of: 'carrier', path },
  why,
  ...defined({ flows }),
});

/** Whoever has it needs a second factor in a browser, on the way of a flow too; what a client sends without one goes on. */
const secondFactorOf = (root: Element, path: Path): readonly Edit[] =>
  childrenOf(root, 'userPermissions')
    .filter((one) => textAt(one, 'name') === 'ForceTwoFactor' && truthOf(textAt(one, 'enabled')) === true)
    .map(({ at: place }) =>
      editAt('userPermissions.ForceTwoFactor', place, untoldOf(path, 'second-factor', ['web', 'device'])),
    );

/** A profile's file changes the permissions that it names, and leaves the others: https://github.com/CopadoSolutions/Copado-Manual/pull/8 */
export const profile: Reader = ({ root, fullName }) => [
  ...secondFactorOf(root, { via: 'profile', name: fullName }),
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

/** From this version of the API on the file takes the place of the whole set: what it does not name is off. Before, it stays. */
const wholeSince = 40;

/** Source: https://developer.salesforce.com/docs/platform/api-metadata/references/meta-types/metadata-permissionset.html */
export const permissionSet: Reader = ({ root, fullName: name, version = wholeSince }) => {
  const path: Path = { via: 'permission-set', name };
  const granted = grantsIn(root);
  return [
    ...permissionsThatCount.flatMap((permission): readonly Edit[] => {
      const found = granted.find((one) => one.name === permission);
      if (found === undefined && version < wholeSince) return [];
      const setting = { set: 'permission', path, name: permission, value: found?.value ?? false } as const;
      return [editAt(`userPermissions.${permission}`, found?.element.at ?? root.at, setting)];
    }),
    ...secondFactorOf(root, path),
    ...byTruth(root, ['hasActivationRequired'], (value) => (value ? untoldOf(path, 'activation') : undefined)),
  ];
};

export const permissionSetGroup: Reader = ({ root, fullName: group }) => {
  const sets = childrenOf(root, 'permissionSets').map(({ text }) => text);
  const mutes = childrenOf(root, 'mutingPermissionSets').length > 0;
  return [editAt('permissionSets', root.at, { set: 'group-members', group, sets, mutes })];
};

/** Permissions that can refuse whoever has them, and by which flows. */
const refusing: ReadonlySet<CountingPermission> = new Set<CountingPermission>([
  'TwoFactorApi',
  'ApiUserOnly',
  'IsSsoEnabled',
]);
const refusedByThem: readonly Flow[] = [...passwordFlows, 'web', 'device'];

/**
 * Which groups it mutes stands in the groups. What it mutes is missing there, and what it mutes no more is there again, which refuses
 * somebody too: that is why a file counts for what it leaves out.
 */
export const mutingPermissionSet: Reader = ({ root }) => {
  const muted = grantsIn(root).filter(({ value }) => value);
  const again = [...refusing].some((name) => !muted.some((one) => one.name === name));
  const untold = (flows?: readonly Flow[]): Alteration => ({
    set: 'untold',
    about: { of: 'groups' },
    why: 'muting',
    ...defined({ flows }),
  });
  return [
    ...muted.map(({ name, element }) => editAt(`userPermissions.${name}`, element.at, untold())),
    ...(again ? [editAt('userPermissions', root.at, untold(refusedByThem))] : []),
  ];
};

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
          flows: passwordFlows,
        },
  );

export const profileSessionSetting: Reader = (component) =>
  byElement(component.root, ['requiredSessionLevel'], (text) =>
    text.toUpperCase() === 'HIGH_ASSURANCE'
      ? { set: 'untold', about: { of: 'profile', profile: profileIn(component) }, why: 'session-level' }
      : undefined,
  );
