import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import type { Needs } from './permissions.ts';
import type { ListedApp } from './listed-app.ts';
import { components, truth } from './rows.ts';
import { readMetadata } from './soql.ts';

/** `readMetadata()` as a whole. */
export const metadataNeeds: Needs = [['ModifyMetadata', 'ModifyAllData']];

export const externalClientAppNeeds: Needs = [
  ['ViewSetup'],
  ['ExternalClientAppViewer', 'ExternalClientAppAdmin', 'ExternalClientAppDeveloper'],
];

/** The global OAuth settings hold the consumer secret, so they ask for the right to see it. We drop the secret unread. */
export const globalOauthNeeds: Needs = [...metadataNeeds, ['ViewClientSecret']];

/**
 * The org's switch beside that right. With it off the settings do not come, whoever asks.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_externalclientappsettings.htm; corrections sheet, row 17.
 */
export const secretsSwitch = readMetadata('ExternalClientAppSettings', ['ExternalClientApp']);

const switchLabel = 'Allow Access to OAuth Consumer Secrets via Metadata API (External Client App Settings)';

/** What to name where the settings did not come although the session holds every right: the switch, where it is off. */
export const switchedOff = (answer: OrgAnswer): string | undefined =>
  truth(components(answer)[0]?.enableConsumerSecretApiAccess) === false ? switchLabel : undefined;

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
