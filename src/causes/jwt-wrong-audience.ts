import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'jwt-wrong-audience';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id), onlyIn(id, 'jwt', 'token-exchange')],
  remedies: [
    {
      id: 'set-audience',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/OrgDomain/home',
    },
  ],
});
