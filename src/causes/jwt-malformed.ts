import { cause } from '../clues/cause.ts';
import { clue, proves } from '../model/index.ts';
import type { AssertionProblem, Clue } from '../model/index.ts';

const id = 'jwt-malformed';

const problems: readonly AssertionProblem[] = ['no-jwt', 'not-base64url'];

/** One clue a problem, so that each has its own sentence. */
const unreadable = (problem: AssertionProblem): Clue =>
  clue(problem, ['assertion'], ({ assertion }) =>
    assertion?.state === 'unreadable' && assertion.problem === problem ? proves() : undefined,
  );

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['jwt', 'token-exchange'],
  sources: ['jwt-bearer-flow'],
  clues: [
    ...problems.map(unreadable),
    clue('algorithm', ['assertion'], ({ assertion }) =>
      assertion?.state === 'decoded' && assertion.algorithm !== 'RS256'
        ? proves({ algorithm: assertion.algorithm })
        : undefined,
    ),
    clue('claims', ['assertion'], ({ assertion }) =>
      assertion?.state === 'decoded' && assertion.missing.length > 0
        ? proves({ missing: assertion.missing.join(', ') })
        : undefined,
    ),
  ],
  remedies: [{ id: 'build-with-a-library', who: 'developer', effect: 'changes-client' }],
});
