import { cause } from '../clues/cause.ts';

const id = 'wrong-token-type';

export default cause({
  id,
  gate: 'scopes',
  blocks: true,
  recorded: false,
  sources: ['oauth-errors'],
  remedies: [
    {
      id: 'ask-for-the-other-kind',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
