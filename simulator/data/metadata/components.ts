import type { Org } from '../../state/types.ts';
import type { Component } from './component.ts';
import { connectedAppComponents } from './connected-app.ts';
import { externalClientAppComponents } from './external-client-app.ts';
import {
  certificateComponents,
  permissionSetComponents,
  profileComponents,
  profileSessionSettingComponents,
} from './people.ts';
import { settingsComponents } from './settings.ts';

const makers: Record<string, (org: Org) => Component[]> = {
  ConnectedApp: connectedAppComponents,
  Profile: profileComponents,
  PermissionSet: permissionSetComponents,
  ProfileSessionSetting: profileSessionSettingComponents,
  Certificate: certificateComponents,
};

/** Every component of a type that this org has. No simulated org has a password policy of a profile. */
export const componentsOf = (org: Org, type: string): Component[] =>
  makers[type]?.(org) ?? [...externalClientAppComponents(org, type), ...settingsComponents(org, type)];
