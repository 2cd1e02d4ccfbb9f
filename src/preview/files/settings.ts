import { passwordFlows } from '../../clues/flows.ts';
import { defined } from '../../model/index.ts';
import type { Alteration, Edit, Flow, UntoldWhy } from '../../model/index.ts';
import { byElement, byTruth, editAt, type Reader } from './component.ts';
import { at, childrenOf, rangesIn, type Element } from './element.ts';

const untoldOfOrg = (why: UntoldWhy, flows?: readonly Flow[]): Alteration => ({
  set: 'untold',
  about: { of: 'org' },
  why,
  ...defined({ flows }),
});

/** Flows that login.salesforce.com takes: client credentials and token exchange come by My Domain only. */
const onSharedHosts = [...passwordFlows, 'web', 'device', 'jwt', 'refresh-token'] as const;

/**
 * The ranges of the file take the place of all that the org has; an element without any takes them away.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_securitysettings.htm
 */
const trustedIn = (root: Element): readonly Edit[] => {
  const access = at(root, 'networkAccess');
  if (access === undefined) return [];
  const value = rangesIn(childrenOf(access, 'ipRanges'), { start: 'start', end: 'end' });
  return [editAt('networkAccess.ipRanges', access.at, { set: 'trusted-ranges', value })];
};

const security = (root: Element): readonly Edit[] => [
  ...trustedIn(root),
  ...byElement(root, ['passwordPolicies', 'expiration'], (text) =>
    text.toLowerCase() === 'never' ? undefined : untoldOfOrg('password-expiry', passwordFlows),
  ),
  ...['lockSessionsToIp', 'enforceIpRangesEveryRequest'].flatMap((name) =>
    byTruth(root, ['sessionSettings', name], (value) => (value ? untoldOfOrg('session-locked') : undefined)),
  ),
  ...byTruth(root, ['singleSignOnSettings', 'isLoginWithSalesforceCredentialsDisabled'], (value) =>
    value ? untoldOfOrg('salesforce-password-off', [...passwordFlows, 'web', 'device']) : undefined,
  ),
  ...byTruth(root, ['singleSignOnSettings', 'enableSamlLogin'], (value) =>
    value ? undefined : untoldOfOrg('single-sign-on', ['web', 'device']),
  ),
  ...byTruth(root, ['singleSignOnSettings', 'enableForceDelegatedCallout'], (value) =>
    value ? untoldOfOrg('single-sign-on', [...passwordFlows, 'web', 'device']) : undefined,
  ),
];

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_oauthoidcsettings.htm */
const oauthOidc = (root: Element): readonly Edit[] => [
  ...byTruth(root, ['blockOAuthUnPwFlow'], (value) => ({ set: 'password-flow-blocked', value })),
  ...byTruth(root, ['blockOAuthUsrAgtFlow'], (value) => ({ set: 'user-agent-flow-blocked', value })),
  ...byTruth(root, ['isPkceRequired'], (value) => ({ set: 'pkce-for-all', value })),
];

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_connectedappsettings.htm */
const connectedApps = (root: Element): readonly Edit[] => [
  ...byTruth(root, ['enableAdminApprovedAppsOnly'], (value) => ({ set: 'approved-apps-only', value })),
  ...byTruth(root, ['enableAdminApprovedAppsOnlyForExternalUser'], (value) =>
    value ? { set: 'untold', about: { of: 'external-users' }, why: 'not-documented' } : undefined,
  ),
];

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_mydomainsettings.htm */
const myDomain = (root: Element): readonly Edit[] => [
  ...byTruth(root, ['doesApiLoginRequireOrgDomain'], (value) => ({ set: 'api-login-by-my-domain', value })),
  ...byTruth(root, ['canOnlyLoginWithMyDomainUrl'], (value) =>
    value ? { set: 'untold', about: { of: 'shared-hosts' }, why: 'only-my-domain', flows: onSharedHosts } : undefined,
  ),
  ...['isInstancedApiTrafficBlocked', 'isIcorInstApiTrafficBlocked'].flatMap((name) =>
    byTruth(root, [name], (value) => (value ? untoldOfOrg('instanced-host') : undefined)),
  ),
  ...byElement(root, ['myDomainName'], (value) => ({ set: 'my-domain-name', value })),
];

const readers: Readonly<Record<string, (root: Element) => readonly Edit[]>> = {
  SecuritySettings: security,
  OauthOidcSettings: oauthOidc,
  ConnectedAppSettings: connectedApps,
  MyDomainSettings: myDomain,
};

/** Org-wide settings, by the root element of the file. */
export const settings: Reader = ({ root }) => readers[root.name]?.(root) ?? [];
