import { cause } from '../clues/cause.ts';
import { passwordFlows } from '../clues/flows.ts';
import { momentNeeds, recordedFailure } from '../clues/moment.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'delegated-authentication';
const refusedPassword = 'wrong-username-or-password';

export default cause({
  id,
  gate: 'user',
  blocks: true,
  flows: passwordFlows,
  sources: ['delegated-authentication', 'soap-core-faults', 'login-event-statuses'],
  explains: [refusedPassword],
  clues: [
    clue('permission', ['singleSignOn', ...momentNeeds], (facts) => {
      const [road] = facts.singleSignOn;
      if (road === undefined) return rulesOut();
      const values = { via: road.name };
      // Where it is not Salesforce's to check, the service has refused it.
      if (recordedFailure(facts)?.decides === refusedPassword) return proves(values);
      return isNamed(facts.refusals, refusedPassword) ? suggests(values) : undefined;
    }),
  ],
  actions: ['PermSetAssign', 'PermSetEnableUserPerm', 'profilePermChangedCustom', 'profilePermChangedStandard'],
  permission: { label: 'Is Single Sign-On Enabled', stops: 'enabled' },
  undoneBy: ['PermSetUnassign', 'PermSetDisableUserPerm'],
  remedies: [
    { id: 'use-oauth', who: 'developer', effect: 'changes-client' },
    {
      id: 'take-permission-away',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
    { id: 'mend-service', who: 'org-admin', effect: 'changes-credential', setup: '/lightning/setup/SingleSignOn/home' },
  ],
});
