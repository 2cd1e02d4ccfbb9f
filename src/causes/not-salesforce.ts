import { cause } from '../clues/cause.ts';

export default cause({
  id: 'not-salesforce',
  gate: 'host',
  blocks: true,
  recorded: false,
  sources: ['oauth-errors'],
  remedies: [{ id: 'ask-that-provider', who: 'integration-owner', effect: 'changes-client' }],
});
