import type { LoginHours, PermissionSet, Profile, Weekday } from '../types.ts';
import { audit } from './act.ts';
import type { Act } from './act.ts';

const users = 'Manage Users';

/** Standard profiles have other internal names than labels. */
export const isStandardProfile = (profile: Profile): boolean =>
  ['Admin', 'Standard', 'ReadOnly', 'Guest'].includes(profile.fullName);

export const addLoginIpRange = (act: Act, profile: Profile, start: string, end: string): void => {
  profile.loginIpRanges.push({ start, end });
  audit(act, 'loginIpRange', users, `Added Login Ip Range to ${profile.name} from ${start} to ${end}`);
};

export const removeLoginIpRange = (act: Act, profile: Profile, start: string): void => {
  const gone = profile.loginIpRanges.filter((range) => range.start === start);
  profile.loginIpRanges = profile.loginIpRanges.filter((range) => range.start !== start);
  for (const { end } of gone) {
    audit(
      act,
      'deletedLoginIpRange_withProfile',
      users,
      `Deleted Login Ip Range to ${profile.name} from ${start} to ${end}`,
    );
  }
};

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const clockTime = (minutes: number): string => {
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
};

const spoken = (day: Weekday, hours: LoginHours): string => {
  const label = day.charAt(0).toUpperCase() + day.slice(1);
  const span = hours[day];
  return span === undefined ? `${label} All Day` : `${label} ${clockTime(span.start)} - ${clockTime(span.end)}`;
};

/** The zone is the org's own at the moment when hours are first set, and stays. One row a changed day. */
export const setLoginHours = (act: Act, profile: Profile, hours: LoginHours): void => {
  const before = profile.loginHours;
  if (Object.keys(before).length === 0) profile.loginHoursTimeZone = act.org.timeZone;
  profile.loginHours = hours;
  const action = `profileLoginHoursChanged${isStandardProfile(profile) ? 'Standard' : 'Custom'}`;
  for (const day of weekdays.filter((one) => spoken(one, before) !== spoken(one, hours))) {
    audit(
      act,
      action,
      users,
      `Changed profile ${profile.name}: login hours were changed from ${spoken(day, before)} to ${spoken(day, hours)}`,
    );
  }
};

export const setProfilePermission = (act: Act, profile: Profile, name: string, label: string, on: boolean): void => {
  if (on) profile.permissions.add(name);
  else profile.permissions.delete(name);
  const [from, to] = on ? ['disabled', 'enabled'] : ['enabled', 'disabled'];
  const display = `Changed profile ${profile.name}: general user permission ${label} was changed from ${from} to ${to}`;
  if (!isStandardProfile(profile)) audit(act, 'profilePermChangedCustom', users, display);
};

export const setPermissionSetPermission = (
  act: Act,
  set: PermissionSet,
  name: string,
  label: string,
  on: boolean,
): void => {
  if (on) set.permissions.add(name);
  else set.permissions.delete(name);
  const [action, from, to] = on
    ? ['PermSetEnableUserPerm', 'disabled', 'enabled']
    : ['PermSetDisableUserPerm', 'enabled', 'disabled'];
  audit(
    act,
    action,
    users,
    `Changed permission set ${set.label}: ${label} permission was changed from ${from} to ${to}`,
  );
};

const levelLabel = (level: Profile['requiredSessionLevel']): string =>
  level === undefined ? 'None' : level === 'STANDARD' ? 'Standard' : 'High Assurance';

/** The row names the profile by its internal name. */
export const requireSessionLevel = (act: Act, profile: Profile, level: 'HIGH_ASSURANCE' | 'STANDARD'): void => {
  const before = profile.requiredSessionLevel;
  profile.requiredSessionLevel = level;
  const display = `Changed profile ${profile.fullName}: Changed RequiredSessionLevel Value from ${levelLabel(before)} to ${levelLabel(level)}`;
  audit(act, 'requiredSessionLevelForProfile', 'Session Settings', display);
};
