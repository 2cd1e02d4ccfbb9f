import type { MetadataElements } from '../../../../simulator/state/types.ts';
import { deletionOf, retrieved, type ChangeFile } from '../change-file.ts';
import type { Member } from '../crowd.ts';
import { certificateOf, otherUser } from './connected-apps.ts';
import { hasApp, type Kind } from './kind.ts';

const policies = (member: Member, over: MetadataElements): ChangeFile =>
  retrieved(member, 'ExtlClntAppOauthConfigurablePolicies', over);

const enabled = (member: Member, over: MetadataElements): ChangeFile =>
  retrieved(member, 'ExtlClntAppConfigurablePolicies', over);

const settings = (member: Member, over: MetadataElements): ChangeFile =>
  retrieved(member, 'ExtlClntAppOauthSettings', over);

const globals = (member: Member, over: MetadataElements): ChangeFile =>
  retrieved(member, 'ExtlClntAppGlobalOauthSettings', over);

const isExternal = hasApp('external-client-app');

const isOwnUser = (member: Member): boolean => isExternal(member) && member.client.flow === 'client-credentials';

const inFlow =
  (flow: Member['client']['flow']) =>
  (member: Member): boolean =>
    isExternal(member) && member.client.flow === flow;

/** Permission sets stand there by their ids. */
const setsAre = (member: Member, ids: readonly string[], over: MetadataElements = {}): ChangeFile =>
  policies(member, { commaSeparatedPermissionSet: ids.length === 0 ? undefined : ids.join(', '), ...over });

const adminApproved = { permittedUsersPolicyType: 'AdminApprovedPreAuthorized' };

const all: readonly Kind[] = [
  { id: 'policies as they are', fits: isExternal, file: (member) => policies(member, {}) },
  { id: 'admin-approved', fits: isExternal, file: (member) => policies(member, adminApproved) },
  {
    id: 'admin-approved for its set',
    fits: isExternal,
    file: (member) => setsAre(member, [member.set.id], adminApproved),
  },
  {
    id: 'admin-approved for another set',
    fits: isExternal,
    file: (member) => {
      const other = member.org.permissionSets.find(({ id, name }) => id !== member.set.id && name.startsWith('Access'));
      return setsAre(member, [other!.id], adminApproved);
    },
  },
  {
    id: 'admin-approved for its profile',
    fits: isExternal,
    file: (member) => policies(member, { ...adminApproved, commaSeparatedProfile: member.profile.name }),
  },
  {
    id: 'self-authorized',
    fits: isExternal,
    file: (member) => policies(member, { permittedUsersPolicyType: 'AllSelfAuthorized' }),
  },
  { id: 'relaxed', fits: isExternal, file: (member) => policies(member, { ipRelaxationPolicyType: 'Bypass' }) },
  { id: 'enforced', fits: isExternal, file: (member) => policies(member, { ipRelaxationPolicyType: 'Enforce' }) },
  {
    id: 'tokens end at once',
    fits: isExternal,
    file: (member) => policies(member, { refreshTokenPolicyType: 'Zero' }),
  },
  {
    id: 'tokens of a day',
    fits: isExternal,
    file: (member) =>
      policies(member, {
        refreshTokenPolicyType: 'SpecificLifetime',
        refreshTokenValidityPeriod: 1,
        refreshTokenValidityUnit: 'Days',
      }),
  },
  {
    id: 'tokens end without use',
    fits: isExternal,
    file: (member) =>
      policies(member, {
        refreshTokenPolicyType: 'SpecificInactivity',
        refreshTokenValidityPeriod: 30,
        refreshTokenValidityUnit: 'Days',
      }),
  },
  {
    id: 'high assurance',
    fits: isExternal,
    file: (member) => policies(member, { requiredSessionLevel: 'HIGH_ASSURANCE', policyAction: 'Block' }),
  },
  {
    id: 'client credentials off',
    fits: isOwnUser,
    file: (member) => policies(member, { isClientCredentialsFlowEnabled: false }),
  },
  {
    id: 'client credentials on',
    fits: isOwnUser,
    file: (member) => policies(member, { isClientCredentialsFlowEnabled: true }),
  },
  {
    id: 'another run-as user',
    fits: isOwnUser,
    file: (member) => policies(member, { clientCredentialsFlowUser: otherUser(member) }),
  },
  {
    id: 'client credentials off in its settings',
    fits: isOwnUser,
    file: (member) => globals(member, { isClientCredentialsFlowEnabled: false }),
  },
  {
    id: 'switched off',
    fits: isExternal,
    file: (member) => enabled(member, { isEnabled: false, isOauthPluginEnabled: false }),
  },
  {
    id: 'switched on',
    fits: isExternal,
    file: (member) => enabled(member, { isEnabled: true, isOauthPluginEnabled: true }),
  },
  {
    id: 'OAuth part switched off',
    fits: isExternal,
    file: (member) => enabled(member, { isOauthPluginEnabled: false }),
  },
  {
    id: 'scopes without API',
    fits: isExternal,
    file: (member) => settings(member, { commaSeparatedOauthScopes: 'Basic' }),
  },
  {
    id: 'scopes with API',
    fits: isExternal,
    file: (member) => settings(member, { commaSeparatedOauthScopes: 'Api, RefreshToken' }),
  },
  { id: 'settings as they are', fits: isExternal, file: (member) => globals(member, {}) },
  {
    id: 'another certificate',
    fits: inFlow('jwt'),
    file: (member) => globals(member, { certificate: certificateOf('another', member) }),
  },
  {
    id: 'a file without a certificate',
    fits: inFlow('jwt'),
    file: (member) => globals(member, { certificate: undefined }),
  },
  { id: 'rotation', fits: isExternal, file: (member) => globals(member, { isRefreshTokenRotationEnabled: true }) },
  {
    id: 'no secret for a refresh',
    fits: isExternal,
    file: (member) => globals(member, { isSecretRequiredForRefreshToken: false }),
  },
  { id: 'PKCE', fits: isExternal, file: (member) => globals(member, { isPkceRequired: true }) },
  { id: 'deleted', fits: isExternal, file: ({ app }) => deletionOf('ExternalClientApplication', app!.developerName) },
];

export const externalClientAppKinds: readonly Kind[] = all.map((kind) => ({ ...kind, id: `external: ${kind.id}` }));
