import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'jwt-malformed';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id), onlyIn(id, 'jwt', 'token-exchange')],
  remedies: [{ id: 'build-with-a-library', who: 'developer', effect: 'changes-client' }],
});
