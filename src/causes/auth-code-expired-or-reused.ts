import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'auth-code-expired-or-reused';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id), onlyIn(id, 'web')],
  remedies: [
    { id: 'start-again', who: 'user', effect: 'changes-credential' },
    { id: 'exchange-once', who: 'developer', effect: 'changes-client' },
  ],
});
