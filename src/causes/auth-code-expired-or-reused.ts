import { cause } from '../clues/cause.ts';

const id = 'auth-code-expired-or-reused';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['web'],
  sources: ['oauth-errors', 'remote-access-errors'],
  remedies: [
    { id: 'start-again', who: 'user', effect: 'changes-credential' },
    { id: 'exchange-once', who: 'developer', effect: 'changes-client' },
  ],
});
