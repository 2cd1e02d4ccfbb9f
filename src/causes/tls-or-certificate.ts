import { cause } from '../clues/cause.ts';
import { isOurTrouble, isTlsTrouble, reachedLately } from '../clues/network.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, suggests } from '../model/index.ts';
import type { CaProblem, Clue } from '../model/index.ts';

const id = 'tls-or-certificate';

const caProblems: readonly CaProblem[] = ['missing', 'unreadable', 'no-certificate'];

/** Node goes on without the file, so it matters only where TLS is what fails. One clue a problem, so that each has its own sentence. */
const extraCa = (problem: CaProblem): Clue =>
  clue(`extra-ca-${problem}`, ['environment', 'loginHost', 'refusals'], ({ environment, loginHost, refusals }) => {
    const { extraCa: file } = environment;
    if (file?.problem !== problem) return undefined;
    const failed = !loginHost.reachable && isTlsTrouble(loginHost.trouble ?? '');
    return failed || isNamed(refusals, id) ? suggests({ path: file.path }) : undefined;
  });

export default cause({
  id,
  gate: 'host',
  blocks: true,
  recorded: false,
  sources: ['soap-core-faults'],
  clues: [
    // The proxies and trust store of this machine are those of the integration only where the refusal says so too.
    clue('refused', ['loginHost', 'refusals'], ({ loginHost: { reachable, trouble, url }, refusals }) => {
      if (reachable || trouble === undefined || !isTlsTrouble(trouble)) return undefined;
      return isOurTrouble(refusals) ? proves({ url, trouble }) : suggests({ url, trouble });
    }),
    ...caProblems.map(extraCa),
    clue('checks-off', ['environment', 'refusals'], ({ environment: { checksOff }, refusals }) =>
      checksOff === true && isNamed(refusals, id) ? suggests() : undefined,
    ),
    reachedLately(id),
  ],
  remedies: [
    { id: 'trust-the-proxy', who: 'integration-owner', effect: 'changes-client' },
    { id: 'use-newer-tls', who: 'developer', effect: 'changes-client' },
  ],
});
