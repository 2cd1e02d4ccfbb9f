import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'client-request-malformed';

export default cause({
  id,
  gate: 'client-id',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id)],
  remedies: [{ id: 'fix-request', who: 'developer', effect: 'changes-client' }],
});
