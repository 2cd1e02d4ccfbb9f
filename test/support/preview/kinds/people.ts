import { fileOf, type ChangeFile } from '../change-file.ts';
import type { Member } from '../crowd.ts';
import { always, type Kind } from './kind.ts';

const range = (start: string, end: string): string =>
  `<loginIpRanges><endAddress>${end}</endAddress><startAddress>${start}</startAddress></loginIpRanges>`;

const grant = (name: string, on: boolean): string =>
  `<userPermissions><enabled>${String(on)}</enabled><name>${name}</name></userPermissions>`;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const hours = (start: number, end: number): string =>
  `<loginHours>${days.map((day) => `<${day}End>${end}</${day}End><${day}Start>${start}</${day}Start>`).join('')}</loginHours>`;

const profile = ({ profile: { name } }: Member, inside: string): ChangeFile => fileOf('Profile', name, inside);

const set = ({ set: { name, label } }: Member, inside = ''): ChangeFile =>
  fileOf('PermissionSet', name, `<label>${label}</label>${inside}`);

/** Of hours the next login alone is asked. */
const atOneHour = ({ atAllHours }: Member): boolean => !atAllHours;

const groupOf = ({ org, user }: Member) => {
  const held = org.assignments.find(({ userId, permissionSetGroupId }) => userId === user.id && permissionSetGroupId);
  return org.permissionSetGroups.find(({ id }) => id === held?.permissionSetGroupId);
};

const inGroup = (member: Member): boolean => groupOf(member) !== undefined;

const setInGroup = ({ org, ...member }: Member) => {
  const group = groupOf({ org, ...member });
  return org.permissionSets.find(({ id }) => group?.permissionSetIds.includes(id))!;
};

export const peopleKinds: readonly Kind[] = [
  { id: 'range elsewhere', fits: always, file: (member) => profile(member, range('10.0.0.1', '10.0.0.9')) },
  { id: 'range around', fits: always, file: (member) => profile(member, range('203.0.113.0', '203.0.113.255')) },
  {
    id: 'range of its own address alone, and another',
    fits: always,
    file: (member) => {
      const { sourceIp = '' } = member.client;
      return profile(member, range('192.0.2.0', '192.0.2.255') + range(sourceIp, sourceIp));
    },
  },
  { id: 'range of IPv6', fits: always, file: (member) => profile(member, range('2001:db8::', '2001:db8::ffff')) },
  {
    id: 'range of IPv4 in IPv6',
    fits: always,
    file: (member) => profile(member, range('::ffff:203.0.113.0', '::ffff:203.0.113.255')),
  },
  { id: 'hours shut', fits: always, file: (member) => profile(member, hours(0, 0)) },
  { id: 'hours of the day', fits: atOneHour, file: (member) => profile(member, hours(480, 1080)) },
  { id: 'hours of the whole day', fits: always, file: (member) => profile(member, hours(0, 1440)) },
  { id: 'no hours', fits: always, file: (member) => profile(member, '<loginHours/>') },
  { id: 'API', fits: always, file: (member) => profile(member, grant('ApiEnabled', true)) },
  { id: 'no API', fits: always, file: (member) => profile(member, grant('ApiEnabled', false)) },
  { id: 'MFA for API by profile', fits: always, file: (member) => profile(member, grant('TwoFactorApi', true)) },
  { id: 'no MFA for API by profile', fits: always, file: (member) => profile(member, grant('TwoFactorApi', false)) },
  { id: 'no login() permission', fits: always, file: (member) => profile(member, grant('UseAnyApiAuth', false)) },
  { id: 'nothing that bears on logins', fits: always, file: (member) => profile(member, grant('ViewSetup', false)) },
  {
    id: 'profile in other letters',
    fits: always,
    file: ({ profile: { name } }) => fileOf('Profile', name.toUpperCase(), range('10.0.0.1', '10.0.0.9')),
  },
  { id: 'MFA for API', fits: always, file: (member) => set(member, grant('TwoFactorApi', true)) },
  { id: 'API by the set', fits: always, file: (member) => set(member, grant('ApiEnabled', true)) },
  { id: 'the set as it is', fits: always, file: (member) => set(member) },
  {
    id: 'MFA for API in a group',
    fits: inGroup,
    file: (member) => {
      const { name, label } = setInGroup(member);
      const inside = grant('ApiEnabled', true) + grant('TwoFactorApi', true);
      return fileOf('PermissionSet', name, `<label>${label}</label>${inside}`);
    },
  },
  {
    id: 'the set of a group as it is',
    fits: inGroup,
    file: (member) => {
      const { name, label } = setInGroup(member);
      return fileOf('PermissionSet', name, `<label>${label}</label>${grant('ApiEnabled', true)}`);
    },
  },
  {
    id: 'a group without its set',
    fits: inGroup,
    file: (member) => {
      const { developerName, label } = groupOf(member)!;
      const inside = `<label>${label}</label><permissionSets>${member.set.name}</permissionSets>`;
      return fileOf('PermissionSetGroup', developerName, inside);
    },
  },
  {
    id: 'a group as it is',
    fits: inGroup,
    file: (member) => {
      const { developerName, label } = groupOf(member)!;
      const inside = `<label>${label}</label><permissionSets>${setInGroup(member).name}</permissionSets>`;
      return fileOf('PermissionSetGroup', developerName, inside);
    },
  },
];
