import type { App, MetadataElements } from '../../../../simulator/state/types.ts';
import { deletionOf, fileOf, retrieved, type ChangeFile, type ChangeType } from '../change-file.ts';
import type { Member } from '../crowd.ts';
import type { Kind } from './kind.ts';

/** An app of nobody in the crowd, called much like theirs. */
const neighbourOf = ({ org, client }: Member, kind: App['kind']): App | undefined => {
  const used = new Set(org.grants.map(({ appId }) => appId));
  const free = org.apps.filter(
    (app) => app.kind === kind && !app.deleted && !used.has(app.id) && /^(?:Connector|Marketing Sync) /u.test(app.name),
  );
  return free[client.username.length % Math.max(1, free.length)];
};

const fits =
  (kind: App['kind']) =>
  (member: Member): boolean =>
    neighbourOf(member, kind) !== undefined;

const connected = 'connected-app';
const external = 'external-client-app';

const changed = (member: Member, kind: App['kind'], type: ChangeType, over: MetadataElements): ChangeFile =>
  retrieved({ org: member.org, app: neighbourOf(member, kind) }, type, over);

/** In a grown org only: what is done to an app that none of them uses. */
export const neighbourKinds: readonly Kind[] = [
  {
    id: 'neighbour: admin-approved',
    fits: fits(connected),
    file: (member) => changed(member, connected, 'ConnectedApp', { oauthConfig: { isAdminApproved: true } }),
  },
  {
    id: 'neighbour: tokens end at once',
    fits: fits(connected),
    file: (member) => changed(member, connected, 'ConnectedApp', { oauthPolicy: { refreshTokenPolicy: 'zero' } }),
  },
  {
    id: 'neighbour: external switched off',
    fits: fits(external),
    file: (member) => changed(member, external, 'ExtlClntAppConfigurablePolicies', { isEnabled: false }),
  },
  {
    id: 'neighbour: external admin-approved',
    fits: fits(external),
    file: (member) =>
      changed(member, external, 'ExtlClntAppOauthConfigurablePolicies', {
        permittedUsersPolicyType: 'AdminApprovedPreAuthorized',
      }),
  },
  {
    id: 'neighbour: deleted',
    fits: fits(connected),
    file: (member) => deletionOf('ConnectedApp', neighbourOf(member, connected)!.developerName),
  },
  {
    id: 'neighbour: a profile of nobody',
    fits: fits(connected),
    file: ({ profile: { name } }) =>
      fileOf(
        'Profile',
        `${name} (Partner)`,
        '<loginIpRanges><endAddress>10.0.0.9</endAddress><startAddress>10.0.0.1</startAddress></loginIpRanges>',
      ),
  },
];
