import { said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'session-invalid-not-oauth';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  explains: [],
  clues: [said(id)],
  remedies: [
    { id: 'get-a-new-token', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'refresh-in-time',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/SecuritySession/home',
    },
  ],
});
