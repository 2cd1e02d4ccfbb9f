import { cause } from '../clues/cause.ts';
import { isDecided } from '../clues/named.ts';
import { clue, proves, rulesOut } from '../model/index.ts';
import type { Clue, KeyProblem } from '../model/index.ts';

const id = 'jwt-key-file-unreadable';

const problems: readonly KeyProblem[] = [
  'base64-only',
  'certificate-instead',
  'empty',
  'key-for-path',
  'line-breaks-lost',
  'missing',
  'needs-passphrase',
  'not-a-private-key',
  'not-rsa',
  'openssh-format',
  'public-key-instead',
  'truncated',
  'unreadable',
];

/** One clue a problem, so that each has its own sentence. */
const key = (problem: KeyProblem): Clue =>
  clue(problem, ['keyFile'], ({ keyFile }) =>
    keyFile?.state === 'unusable' && keyFile.problem === problem ? proves({ path: keyFile.path }) : undefined,
  );

export default cause({
  id,
  gate: 'certificate',
  blocks: true,
  flows: ['jwt'],
  recorded: false,
  sources: ['cli-jwt-login'],
  clues: [
    ...problems.map(key),
    // Whoever signs can read its key.
    clue('signed', ['assertion', 'refusals'], ({ assertion, refusals }) =>
      assertion?.state === 'decoded' && assertion.signature === 'matches' && !isDecided(refusals, id)
        ? rulesOut()
        : undefined,
    ),
    clue('usable', ['keyFile', 'refusals'], ({ keyFile, refusals }) =>
      keyFile?.state === 'usable' && !isDecided(refusals, id)
        ? rulesOut({ path: keyFile.path, bits: keyFile.bits })
        : undefined,
    ),
  ],
  remedies: [{ id: 'restore-key-file', who: 'integration-owner', effect: 'changes-credential' }],
});
