import type { Component } from '../../../simulator/data/metadata/component.ts';
import { componentsOf } from '../../../simulator/data/metadata/components.ts';
import { elementsXml } from '../../../simulator/data/metadata/xml.ts';
import type { App, MetadataElements, MetadataValue, Org } from '../../../simulator/state/types.ts';
import { xml } from '../../preview/files/support.ts';

/** One component of a deployment: its file as metadata format has it; none: it is deleted. */
export type ChangeFile = {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly xml?: string;
};

type Folder = readonly [folder: string, suffix: string];

const folders = {
  ConnectedApp: ['connectedApps', '.connectedApp'],
  ExternalClientApplication: ['externalClientApps', '.eca'],
  ExtlClntAppOauthSettings: ['extlClntAppOauthSettings', '.ecaOauth'],
  ExtlClntAppGlobalOauthSettings: ['extlClntAppGlobalOauthSets', '.ecaGlblOauth'],
  ExtlClntAppOauthConfigurablePolicies: ['extlClntAppOauthPolicies', '.ecaOauthPlcy'],
  ExtlClntAppConfigurablePolicies: ['extlClntAppPolicies', '.ecaPlcy'],
  Profile: ['profiles', '.profile'],
  PermissionSet: ['permissionsets', '.permissionset'],
  PermissionSetGroup: ['permissionsetgroups', '.permissionsetgroup'],
  MutingPermissionSet: ['mutingpermissionsets', '.mutingpermissionset'],
  ProfileSessionSetting: ['profileSessionSettings', '.profileSessionSetting'],
  Settings: ['settings', '.settings'],
} as const satisfies Readonly<Record<string, Folder>>;

export type ChangeType = keyof typeof folders;

const pathOf = (type: ChangeType, fullName: string): string => {
  const [folder, suffix] = folders[type];
  return `${folder}/${fullName}${suffix}`;
};

export const fileOf = (type: ChangeType, fullName: string, inside: string, root: string = type): ChangeFile => ({
  type,
  fullName,
  path: pathOf(type, fullName),
  xml: xml(root, inside),
});

export const deletionOf = (type: ChangeType, fullName: string): ChangeFile => ({
  type,
  fullName,
  path: pathOf(type, fullName),
});

const isElements = (value: MetadataValue | undefined): value is MetadataElements =>
  typeof value === 'object' && !Array.isArray(value);

const laidOver = (value: MetadataElements, over: MetadataElements): MetadataElements => {
  const changed = Object.entries(over).map(([name, one]) => {
    const before = value[name];
    return [name, isElements(before) && isElements(one) ? laidOver(before, one) : one] as const;
  });
  return { ...value, ...Object.fromEntries(changed) };
};

/** A file of an app as it is retrieved, but for what is changed in it: of what a file leaves out nobody could tell what becomes of it. */
export const retrieved = (
  { org, app }: { readonly org: Org; readonly app: App | undefined },
  type: ChangeType,
  over: MetadataElements,
): ChangeFile => {
  const isOfApp = ({ fullName, value }: Component): boolean =>
    [fullName, value.externalClientApplication].includes(app!.developerName);
  const { fullName, value } = componentsOf(org, type).find(isOfApp)!;
  return fileOf(type, fullName, elementsXml(laidOver(value, over)));
};
