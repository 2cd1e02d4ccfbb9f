import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, rulesOut, suggests } from '../model/index.ts';
import type { Facts } from '../model/index.ts';

/** The wordings of a user who is not approved: what else a handler makes Salesforce say was never seen. */
const isNotApproved = (refusals: Facts['refusals']): boolean =>
  isNamed(refusals, 'user-not-preauthorized') || isNamed(refusals, 'user-not-approved');

export default cause({
  id: 'app-handler-refuses',
  gate: 'permitted-users',
  blocks: true,
  flows: appFlows,
  sources: ['app-handlers', 'app-handler-class'],
  clues: [
    clue('no-handler', ['app'], ({ app }) =>
      app?.handler !== undefined && app.handler.apexClass === undefined ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('self-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'self-authorized' ? rulesOut({ app: app.name }) : undefined,
    ),
    // What the class says of this user, only the class knows.
    clue('handler', ['app', 'refusals'], ({ app, refusals }) => {
      const { apexClass } = app?.handler ?? {};
      if (app?.permittedUsers !== 'admin-approved' || apexClass === undefined) return undefined;
      return isNotApproved(refusals) ? suggests({ app: app.name, apexClass }) : undefined;
    }),
  ],
  remedies: [
    { id: 'read-the-class', who: 'developer', effect: 'grants-access', setup: '/lightning/setup/ApexDebugLogs/home' },
    { id: 'change-handler', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appPolicies}/home' },
  ],
});
