import { privateKeyFor, selfSigned } from '../../../../simulator/state/certificate.ts';
import type { MetadataElements } from '../../../../simulator/state/types.ts';
import { deletionOf, fileOf, retrieved, type ChangeFile } from '../change-file.ts';
import type { Member } from '../crowd.ts';
import { hasApp, type Kind } from './kind.ts';

const connectedApp = (member: Member, over: MetadataElements): ChangeFile => retrieved(member, 'ConnectedApp', over);

const oauth = (member: Member, over: MetadataElements): ChangeFile => connectedApp(member, { oauthConfig: over });

const policy = (member: Member, over: MetadataElements): ChangeFile => connectedApp(member, { oauthPolicy: over });

const fits = hasApp('connected-app');

const ofFlow =
  (flow: Member['client']['flow']) =>
  (member: Member): boolean =>
    fits(member) && member.client.flow === flow;

const hour = 3_600_000;

export const certificateOf = (name: string, member: Member): string =>
  selfSigned({
    privateKey: privateKeyFor(name),
    commonName: member.app!.name,
    from: Date.now() - hour,
    to: Date.now() + 300 * 24 * hour,
  }).replaceAll(/-----[A-Z ]+-----|\s/gu, '');

/** Somebody else of the crowd. */
export const otherUser = ({ org, user }: Member): string =>
  org.users.findLast(({ id, isActive, username }) => id !== user.id && isActive && username.startsWith('integration'))!
    .username;

export const connectedAppKinds: readonly Kind[] = [
  { id: 'the app as it is', fits, file: (member) => connectedApp(member, {}) },
  { id: 'renamed', fits, file: (member) => connectedApp(member, { label: `${member.app!.name} (new)` }) },
  { id: 'admin-approved', fits, file: (member) => oauth(member, { isAdminApproved: true }) },
  { id: 'self-authorized', fits, file: (member) => oauth(member, { isAdminApproved: false }) },
  {
    id: 'pre-authorised by its set',
    fits,
    file: (member) => connectedApp(member, { permissionSetName: [member.set.name] }),
  },
  { id: 'pre-authorised by nothing', fits, file: (member) => connectedApp(member, { permissionSetName: [] }) },
  {
    id: 'admin-approved for its profile',
    fits,
    file: (member) =>
      connectedApp(member, { oauthConfig: { isAdminApproved: true }, profileName: [member.profile.name] }),
  },
  { id: 'scopes without API', fits, file: (member) => oauth(member, { scopes: ['Basic'] }) },
  { id: 'scopes with API', fits, file: (member) => oauth(member, { scopes: ['Api', 'RefreshToken'] }) },
  {
    id: 'more scopes',
    fits,
    file: (member) => oauth(member, { scopes: [...member.app!.scopes, 'Chatter'] }),
  },
  { id: 'relaxed', fits, file: (member) => policy(member, { ipRelaxation: 'BYPASS' }) },
  { id: 'relaxed on a refresh', fits, file: (member) => policy(member, { ipRelaxation: 'ENFORCE_RELAXREFRESH' }) },
  { id: 'relaxed for a second factor', fits, file: (member) => policy(member, { ipRelaxation: 'BYPASS_2FACTOR' }) },
  { id: 'enforced', fits, file: (member) => policy(member, { ipRelaxation: 'ENFORCE' }) },
  { id: 'tokens end at once', fits, file: (member) => policy(member, { refreshTokenPolicy: 'zero' }) },
  { id: 'tokens never end', fits, file: (member) => policy(member, { refreshTokenPolicy: 'infinite' }) },
  {
    id: 'tokens of a day',
    fits,
    file: (member) => policy(member, { refreshTokenPolicy: 'specific_lifetime:1:DAYS' }),
  },
  {
    id: 'tokens of a year',
    fits,
    file: (member) => policy(member, { refreshTokenPolicy: 'specific_lifetime:12:MONTHS' }),
  },
  {
    id: 'tokens end without use',
    fits,
    file: (member) => policy(member, { refreshTokenPolicy: 'specific_inactivity:30:DAYS' }),
  },
  { id: 'rotation', fits, file: (member) => oauth(member, { isRefreshTokenRotationEnabled: true }) },
  { id: 'PKCE', fits, file: (member) => oauth(member, { isPkceRequired: true }) },
  { id: 'secret for a refresh', fits, file: (member) => oauth(member, { isSecretRequiredForRefreshToken: true }) },
  { id: 'no secret for a refresh', fits, file: (member) => oauth(member, { isSecretRequiredForRefreshToken: false }) },
  {
    id: 'another callback URL',
    fits,
    file: (member) => oauth(member, { callbackUrl: 'https://elsewhere.example.com/callback' }),
  },
  {
    id: 'high assurance',
    fits,
    file: (member) =>
      connectedApp(member, { sessionPolicy: { policyAction: 'Block', sessionLevel: 'HIGH_ASSURANCE' } }),
  },
  {
    id: 'another certificate',
    fits: ofFlow('jwt'),
    file: (member) => oauth(member, { certificate: certificateOf('another', member) }),
  },
  {
    id: 'a new certificate of the same key',
    fits: ofFlow('jwt'),
    file: (member) => oauth(member, { certificate: member.app!.certificate! }),
  },
  {
    id: 'client credentials off',
    fits: ofFlow('client-credentials'),
    file: (member) => oauth(member, { isClientCredentialEnabled: false }),
  },
  {
    id: 'client credentials on',
    fits: ofFlow('client-credentials'),
    file: (member) => oauth(member, { isClientCredentialEnabled: true }),
  },
  {
    id: 'another run-as user',
    fits: ofFlow('client-credentials'),
    file: (member) => oauth(member, { oauthClientCredentialUser: otherUser(member) }),
  },
  {
    id: 'a file without the flow',
    fits: ofFlow('client-credentials'),
    file: (member) => oauth(member, { isClientCredentialEnabled: undefined }),
  },
  {
    id: 'a file of a label alone',
    fits,
    file: ({ app }) => fileOf('ConnectedApp', app!.developerName, `<label>${app!.name}</label>`),
  },
  { id: 'the app deleted', fits, file: ({ app }) => deletionOf('ConnectedApp', app!.developerName) },
];
