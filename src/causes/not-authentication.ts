import { said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

export default cause({
  id: 'not-authentication',
  gate: 'api-access',
  blocks: true,
  explains: [],
  clues: [said('not-authentication')],
  remedies: [{ id: 'look-elsewhere', who: 'developer', effect: 'changes-client' }],
});
