import { said } from '../clues/index.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut } from '../model/index.ts';

const id = 'local-credential-store';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    clue('not-in-use', ['integration', 'refusals'], ({ integration: { login }, refusals }) =>
      login === undefined && !isNamed(refusals, id) ? rulesOut() : undefined,
    ),
    clue('decrypts', ['integration', 'storedLogin', 'refusals'], ({ integration, storedLogin, refusals }) => {
      if (integration.login === undefined || storedLogin === undefined) return undefined;
      if (!storedLogin.decrypts) return proves({ login: integration.login });
      return isDecided(refusals, id) ? undefined : rulesOut({ login: integration.login });
    }),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'keep-key-with-files', who: 'integration-owner', effect: 'changes-client' },
  ],
});
