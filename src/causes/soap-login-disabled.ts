import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'soap-login-disabled';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id), onlyIn(id, 'soap-login')],
  remedies: [
    { id: 'use-oauth', who: 'developer', effect: 'changes-client' },
    {
      id: 'enable-soap-login',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/UserInterfaceUI/home',
    },
  ],
});
