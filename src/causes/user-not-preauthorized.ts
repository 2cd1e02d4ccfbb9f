import { anotherProfile } from '../clues/another-profile.ts';
import { endOfRoads, lastEnded, leadsBy, renewAssignment } from '../clues/assignment-ends.ts';
import { cause } from '../clues/cause.ts';
import { roads } from '../clues/roads.ts';
import { appFlows } from '../clues/flows.ts';
import { otherRunAs } from '../clues/run-as.ts';
import {
  castsDoubt,
  clue,
  clueOfDoubt,
  clueWith,
  proves,
  rulesOut,
  suggests,
  untold,
  withParts,
} from '../model/index.ts';
import type { App, Integration } from '../model/index.ts';

const id = 'user-not-preauthorized';

/** A class of the app's own approves users: then no assignment is needed. */
const isApprovedByApex = ({ handler }: App): boolean => handler?.apexClass !== undefined;

/** Whether the password flow asks for an assignment is not documented. */
const isSure = ({ flow }: Integration, app: App): boolean => flow !== 'password' && !isApprovedByApex(app);

export default cause({
  id,
  gate: 'permitted-users',
  blocks: true,
  flows: appFlows,
  sources: ['failed-not-approved', 'jwt-bearer-flow', 'assignments-that-expire', 'any-app-of-any-client'],
  clues: [
    clue('self-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'self-authorized' ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('assignment-ended', ['integration', 'app', 'appAccess', 'assignmentEnds', 'now'], (facts) => {
      const { integration, app, appAccess, assignmentEnds, now } = facts;
      if (app?.permittedUsers !== 'admin-approved' || appAccess.paths.length > 0) return undefined;
      const ended = lastEnded(assignmentEnds, now, (end) => leadsBy(appAccess.carriers, end));
      if (ended === undefined) return undefined;
      const says = isSure(integration, app) ? proves : suggests;
      return withParts({ road: roads([ended.path]) }, says({ app: app.name, at: ended.endsAt }, ended.endsAt));
    }),
    clueWith('assignment', { needs: ['integration', 'app', 'appAccess'], also: ['groupMembers'] }, (facts) => {
      const { app, appAccess, integration, groupMembers } = facts;
      if (app?.permittedUsers !== 'admin-approved') return undefined;
      const values = { app: app.name };
      if (appAccess.paths.length > 0)
        return withParts({ roads: roads(appAccess.paths, groupMembers) }, rulesOut(values));
      if (appAccess.carriers.length === 0) return undefined;
      const says = isSure(integration, app) ? proves : suggests;
      return withParts({ carriers: roads(appAccess.carriers) }, says(values));
    }),
    clue('nobody', ['integration', 'app', 'appAccess'], ({ integration, app, appAccess: { paths, carriers } }) =>
      app?.permittedUsers === 'admin-approved' && paths.length + carriers.length === 0
        ? (isSure(integration, app) ? proves : suggests)({ app: app.name })
        : undefined,
    ),
    clue('assignment-ends', ['app', 'appAccess', 'assignmentEnds', 'now'], ({ app, appAccess, assignmentEnds, now }) =>
      app?.permittedUsers === 'admin-approved' && appAccess.paths.length > 0
        ? endOfRoads(appAccess.paths, assignmentEnds, now, { app: app.name })
        : undefined,
    ),
    // "Use Any API Client" reaches any external client app, whoever is assigned to it.
    clueOfDoubt('any-client', ['app', 'anyApiClient'], ({ app, anyApiClient: [road] }) =>
      app?.kind === 'external-client-app' && app.permittedUsers === 'admin-approved' && road !== undefined
        ? castsDoubt({ via: road.name })
        : undefined,
    ),
    clue('run-as', ['integration', 'app', 'runAs'], ({ app, ...seen }) => {
      const runAs = otherRunAs(seen);
      if (app?.permittedUsers !== 'admin-approved' || runAs === undefined) return undefined;
      const values = { app: app.name, name: runAs.username };
      if (runAs.paths.length > 0) return withParts({ roads: roads(runAs.paths) }, rulesOut(values));
      return (isApprovedByApex(app) ? suggests : proves)(values);
    }),
    clue('policy', ['app'], ({ app }) =>
      app !== undefined && app.permittedUsers === undefined ? untold({ app: app.name }) : undefined,
    ),
  ],
  actions: [
    'changeUserRuntimeAccessPolicy',
    'PermSetUnassign',
    'PermSetUnassign_HasExpiration',
    'PermSetGroupUnassign',
    'PermissionSetGroupComponentRemoved',
    'PermissionSetGroupComponentRemove',
    'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledCustom',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledStandard',
    ...anotherProfile,
  ],
  undoneBy: [
    'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Enabled',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledCustom',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledStandard',
    'PermSetAssign',
    'PermSetAssign_HasExpiration',
  ],
  remedies: [
    {
      id: 'assign-permission-set',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/PermSets/home',
      notBy: ['nobody'],
    },
    { id: 'add-to-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
    renewAssignment,
  ],
});
