import { nameOf, permissionsOf } from '../../state/lookup.ts';
import type { Org, User } from '../../state/types.ts';
import { permissionCells, sisterId, stamps, type Row, type Table } from './row.ts';

const usualLicense = 'Salesforce';

/** The user licenses that its profiles have, and the usual one. */
const licencesOf = (org: Org): string[] => [
  ...new Set([usualLicense, ...org.profiles.map(({ userLicense = usualLicense }) => userLicense)]),
];

/** The first is the usual one; another has the id of the first profile that has it. */
export const licenseIdOf = (org: Org, name = usualLicense): string =>
  sisterId('100', org.profiles.find(({ userLicense }) => userLicense === name)?.id ?? org.id);

const passwordExpiry = (org: Org, user: User): number | null => {
  const { passwordExpiresAt: at } = user;
  return at === undefined || permissionsOf(org, user).has('PasswordNeverExpires') ? null : at;
};

const userRow = (org: Org, user: User): Row => ({
  ...stamps(org, user.createdAt, user.changedAt),
  Id: user.id,
  Username: user.username,
  Email: user.email,
  SenderEmail: user.email,
  FirstName: user.firstName === '' ? null : user.firstName,
  LastName: user.lastName,
  Name: nameOf(user),
  Alias: (user.firstName.slice(0, 1) + user.lastName.slice(0, 4)).toLowerCase(),
  CommunityNickname: user.username.split('@')[0],
  IsActive: user.isActive,
  ProfileId: user.profileId,
  UserType: user.userType,
  LastLoginDate: user.lastLoginAt,
  LastPasswordChangeDate: user.passwordChangedAt,
  PasswordExpirationDate: passwordExpiry(org, user),
  NumberOfFailedLogins: user.failedLogins,
  TimeZoneSidKey: org.timeZone,
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  HasUserVerifiedEmail: true,
  IsExtIndicatorVisible: false,
});

export const users: Table = ({ org }) => org.users.map((user) => userRow(org, user));

/** Locked by wrong passwords; a lock with an end goes by itself. */
const isLocked = (user: User, now: number): boolean => user.lockedUntil === 'forever' || (user.lockedUntil ?? 0) > now;

export const userLogins: Table = ({ org, now }) =>
  org.users.map((user) => ({
    ...stamps(org, user.createdAt, user.changedAt),
    Id: sisterId('0Yw', user.id),
    UserId: user.id,
    IsFrozen: user.isFrozen,
    IsPasswordLocked: isLocked(user, now),
  }));

/** Whoever registered nothing has no row. */
export const twoFactorMethods: Table = ({ org }) =>
  org.users.flatMap(({ id, secondFactors = [] }) =>
    secondFactors.length === 0
      ? []
      : [{ UserId: id, ...Object.fromEntries(secondFactors.map((factor) => [`Has${factor}`, true])) }],
  );

export const profiles: Table = ({ org }) =>
  org.profiles.map((profile) => ({
    ...stamps(org, org.createdAt),
    ...permissionCells(profile.permissions),
    Id: profile.id,
    Name: profile.name,
    FullName: profile.fullName,
    UserLicenseId: licenseIdOf(org, profile.userLicense),
    UserType: org.users.find(({ profileId }) => profileId === profile.id)?.userType ?? 'Standard',
  }));

export const userLicenses: Table = ({ org }) =>
  licencesOf(org).map((name) => ({
    ...stamps(org, org.createdAt),
    Id: licenseIdOf(org, name),
    LicenseDefinitionKey: name === usualLicense ? 'SFDC' : null,
    MasterLabel: name,
    Name: name,
    Status: 'Active',
    TotalLicenses: 100,
    UsedLicenses: org.users.filter(({ isActive }) => isActive).length,
    UsedLicensesLastUpdated: org.createdAt,
  }));
