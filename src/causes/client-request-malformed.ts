import { cause } from '../clues/cause.ts';

const id = 'client-request-malformed';

export default cause({
  id,
  gate: 'app',
  blocks: true,
  sources: ['oauth-errors'],
  remedies: [{ id: 'fix-request', who: 'developer', effect: 'changes-client' }],
});
