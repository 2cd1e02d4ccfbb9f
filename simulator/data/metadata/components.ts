import type { Org } from '../../state/types.ts';
import type { Component } from './component.ts';
import { connectedAppComponents } from './connected-app.ts';
import { externalClientAppComponents } from './external-client-app.ts';
import { withKept } from './kept.ts';
import {
  certificateComponents,
  mutingPermissionSetComponents,
  permissionSetComponents,
  permissionSetGroupComponents,
  profileComponents,
  profileSessionSettingComponents,
} from './people.ts';
import { settingsComponents } from './settings.ts';

const makers: Record<string, (org: Org) => Component[]> = {
  ConnectedApp: connectedAppComponents,
  Profile: profileComponents,
  PermissionSet: permissionSetComponents,
  PermissionSetGroup: permissionSetGroupComponents,
  MutingPermissionSet: mutingPermissionSetComponents,
  ProfileSessionSetting: profileSessionSettingComponents,
  Certificate: certificateComponents,
};

const made = (org: Org, type: string): Component[] =>
  makers[type]?.(org) ?? [...externalClientAppComponents(org, type), ...settingsComponents(org, type)];

/** Every component of a type that this org has. No simulated org has a password policy of a profile. */
export const componentsOf = (org: Org, type: string): Component[] =>
  made(org, type).map((one) => ({ ...one, value: withKept(org, type, one.fullName, one.value) }));
