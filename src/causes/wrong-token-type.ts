import { said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'wrong-token-type';

export default cause({
  id,
  gate: 'scope',
  blocks: true,
  explains: [],
  clues: [said(id)],
  remedies: [
    {
      id: 'ask-for-the-other-kind',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
