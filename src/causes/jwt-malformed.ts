import { cause } from '../clues/cause.ts';

const id = 'jwt-malformed';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['jwt', 'token-exchange'],
  sources: ['jwt-bearer-flow'],
  remedies: [{ id: 'build-with-a-library', who: 'developer', effect: 'changes-client' }],
});
