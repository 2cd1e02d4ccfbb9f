import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'app-wrong-secret';

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  explains: [],
  // The secret is read by nobody, on purpose: only wordings and rows decide.
  clues: [said(id), inHistory(id), notIn(id, 'jwt', 'soap-login')],
  actions: ['generateOauthStagedCredential'],
  remedies: [
    {
      id: 'copy-secret',
      who: 'integration-owner',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
