import type { OrgRequest } from '../org-wire.ts';
import type { Needs } from './permissions.ts';
import type { ListedApp } from './listed-app.ts';
import { readMetadata } from './soql.ts';

/** `readMetadata()` as a whole. */
export const metadataNeeds: Needs = [['ModifyMetadata', 'ModifyAllData']];

export const externalClientAppNeeds: Needs = [
  ['ViewSetup'],
  ['ExternalClientAppViewer', 'ExternalClientAppAdmin', 'ExternalClientAppDeveloper'],
];

/** The global OAuth settings hold the consumer secret, so they ask for the right to see it. We drop the secret unread. */
export const globalOauthNeeds: Needs = [...metadataNeeds, ['ViewClientSecret']];

/** The metadata of a connected app: its name there is the developer name. */
export const connectedAppMetadata = ({ developerName }: ListedApp): OrgRequest | undefined =>
  developerName === undefined ? undefined : readMetadata('ConnectedApp', [developerName]);

/**
 * The global OAuth settings of an external client app have a free name, and only a listing would tell it. These are the
 * names that were seen; which of them belongs to the app, the component itself says.
 */
export const globalOauthNames = ({ developerName = '' }: ListedApp): readonly string[] =>
  developerName === ''
    ? []
    : [`${developerName}_glbloauth`, `${developerName}GlblOAuth`, developerName, `${developerName}_glblOAuth`];
