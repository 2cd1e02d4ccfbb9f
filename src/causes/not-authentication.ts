import { cause } from '../clues/cause.ts';

export default cause({
  id: 'not-authentication',
  gate: 'api-access',
  blocks: true,
  recorded: false,
  sources: ['soap-core-faults'],
  remedies: [{ id: 'look-elsewhere', who: 'developer', effect: 'changes-client' }],
});
