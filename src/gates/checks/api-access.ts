import type { Facts, Path } from '../../model/index.ts';
import { uninstalledReading } from '../apps/presence.ts';
import { check, closed, notSeen, open, unseen, type Reading } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';
import { roads } from '../roads.ts';
import { isRunAs } from '../subject.ts';

const read = (paths: readonly Path[], members: () => Facts['groupMembers']): Reading => {
  if (paths.length > 0) return open('enabled', {}, { parts: { roads: roads(paths) } });
  const muted = members().filter(({ apiEnabled }) => apiEnabled);
  const cause = 'api-disabled-for-user-or-edition';
  if (muted.length === 0) return closed(cause, 'none');
  const parts = muted.map(({ set, group }) => ({ say: 'road.set-in-group', values: { set, group } }));
  return closed(cause, 'muted', {}, { parts: { roads: parts } });
};

const apiEnabled = check('api-enabled', { also: ['userPermissions', 'app', 'runAs', 'groupMembers'] }, (facts) => {
  if (isRunAs(facts)) {
    if (!('runAs' in facts)) return unseen('runAs');
    return facts.runAs === undefined ? undefined : read(facts.runAs.apiEnabled, () => []);
  }
  const { userPermissions } = facts;
  if (userPermissions === undefined) return unseen('userPermissions');
  return read(userPermissions.apiEnabled, () => facts.groupMembers ?? []);
});

/** Which right passes apps that are not approved stands in no reference, so API Access Control alone proves nothing. */
const accessControl = check('access-control', { needs: ['apiAccess'], also: ['app'], flows: appFlows }, (facts) => {
  if (facts.apiAccess.adminApprovedAppsOnly !== true) return open('off');
  if (!('app' in facts)) return unseen('app');
  const { app } = facts;
  if (app === undefined) return notSeen('not-installed');
  return app.permittedUsers === 'admin-approved'
    ? open('approved', { app: app.name })
    : notSeen('self', { app: app.name });
});

const uninstalled = check(
  'approve-uninstalled',
  { also: ['app', 'appTokens', 'keyProbe', 'approveUninstalled', 'grants'], flows: appFlows },
  uninstalledReading,
);

/** May the user call the API, by this app? */
export const apiAccess: GateRule = { id: 'api-access', checks: [apiEnabled, accessControl, uninstalled] };
