import { said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

export default cause({
  id: 'not-salesforce',
  gate: 'host',
  blocks: true,
  explains: [],
  clues: [said('not-salesforce')],
  remedies: [{ id: 'ask-that-provider', who: 'integration-owner', effect: 'changes-client' }],
});
