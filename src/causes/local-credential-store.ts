import { cause } from '../clues/cause.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut } from '../model/index.ts';
import type { AuthUrlProblem, Clue } from '../model/index.ts';

const id = 'local-credential-store';

const authUrlProblems: readonly AuthUrlProblem[] = [
  'access-token-instead',
  'characters',
  'empty',
  'encoded',
  'host-missing',
  'host-with-scheme',
  'json-instead',
  'json-without-url',
  'line-break',
  'missing',
  'not-json',
  'parts-missing',
  'parts-swapped',
  'quoted',
  'redacted',
  'scheme-missing',
  'token-missing',
  'unreadable',
];

/** One clue a problem, so that each has its own sentence. */
const badAuthUrl = (problem: AuthUrlProblem): Clue =>
  clue(`auth-url-${problem}`, ['authUrl'], ({ authUrl }) =>
    authUrl?.state === 'unusable' && authUrl.problem === problem ? proves({ path: authUrl.path }) : undefined,
  );

export default cause({
  id,
  gate: 'host',
  blocks: true,
  recorded: false,
  sources: ['cli-issues'],
  clues: [
    clue('not-in-use', ['integration', 'authUrl', 'refusals'], ({ integration: { login }, authUrl, refusals }) =>
      login === undefined && authUrl === undefined && !isNamed(refusals, id) ? rulesOut() : undefined,
    ),
    ...authUrlProblems.map(badAuthUrl),
    clue('auth-url', ['authUrl', 'refusals'], ({ authUrl, refusals }) =>
      authUrl?.state === 'usable' && !isDecided(refusals, id) ? rulesOut({ path: authUrl.path }) : undefined,
    ),
    clue('decrypts', ['integration', 'storedLogin', 'refusals'], ({ integration, storedLogin, refusals }) => {
      if (integration.login === undefined || storedLogin === undefined) return undefined;
      if (!storedLogin.decrypts) return proves({ login: integration.login });
      return isDecided(refusals, id) ? undefined : rulesOut({ login: integration.login });
    }),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential', provedBy: ['decrypts'] },
    {
      id: 'copy-auth-url',
      who: 'integration-owner',
      effect: 'changes-credential',
      provedBy: authUrlProblems.map((problem) => `auth-url-${problem}`),
    },
    { id: 'keep-key-with-files', who: 'integration-owner', effect: 'changes-client', provedBy: ['decrypts'] },
  ],
});
