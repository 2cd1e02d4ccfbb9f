import { said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

export default cause({
  id: 'cli-bug',
  gate: 'host',
  blocks: true,
  explains: [],
  clues: [said('cli-bug')],
  remedies: [
    { id: 'update-client', who: 'integration-owner', effect: 'changes-client' },
    { id: 'report-it', who: 'developer', effect: 'changes-client' },
  ],
});
