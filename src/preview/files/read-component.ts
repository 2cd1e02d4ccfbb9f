import type { Edit } from '../../model/index.ts';
import type { Component, Reader } from './component.ts';
import { connectedApp } from './connected-app.ts';
import { globalOauthSettings, oauthPolicies, oauthSecurity, oauthSettings, policies } from './external-client-app.ts';
import { singleSignOn, transactionSecurityPolicy } from './org-wide.ts';
import {
  mutingPermissionSet,
  permissionSet,
  permissionSetGroup,
  profile,
  profilePasswordPolicy,
  profileSessionSetting,
} from './people.ts';
import { settings } from './settings.ts';

const bearsOnNoLogin: Reader = () => [];

/** Every type of metadata that bears on logins, and how its file is read. */
const readers = {
  ConnectedApp: connectedApp,
  ExternalClientApplication: bearsOnNoLogin,
  ExtlClntAppOauthSettings: oauthSettings,
  ExtlClntAppGlobalOauthSettings: globalOauthSettings,
  ExtlClntAppOauthConfigurablePolicies: oauthPolicies,
  ExtlClntAppConfigurablePolicies: policies,
  ExtlClntAppOauthSecuritySettings: oauthSecurity,
  Profile: profile,
  PermissionSet: permissionSet,
  PermissionSetGroup: permissionSetGroup,
  MutingPermissionSet: mutingPermissionSet,
  ProfilePasswordPolicy: profilePasswordPolicy,
  ProfileSessionSetting: profileSessionSetting,
  Settings: settings,
  TransactionSecurityPolicy: transactionSecurityPolicy,
  SamlSsoConfig: singleSignOn,
  AuthProvider: singleSignOn,
  // What signs on behalf of the org: what an app checks a client's signature with stands in the app.
  Certificate: bearsOnNoLogin,
} as const satisfies Readonly<Record<string, Reader>>;

const byType: ReadonlyMap<string, Reader> = new Map(Object.entries(readers));

export const typesThatCount: readonly string[] = Object.keys(readers);

/** What the file of a component sets, as far as it bears on logins. Pure. */
export const editsOf = (component: Component): readonly Edit[] => byType.get(component.type)?.(component) ?? [];
