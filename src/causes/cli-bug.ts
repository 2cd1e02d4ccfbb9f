import { cause } from '../clues/cause.ts';

export default cause({
  id: 'cli-bug',
  gate: 'host',
  blocks: true,
  recorded: false,
  sources: ['cli-issues', 'cli-release-notes'],
  remedies: [
    { id: 'update-client', who: 'integration-owner', effect: 'changes-client' },
    { id: 'report-it', who: 'developer', effect: 'changes-client' },
  ],
});
