import { cause } from '../clues/cause.ts';
import { isOurTrouble, isTlsTrouble, reachedLately } from '../clues/network.ts';
import { clue, proves, suggests } from '../model/index.ts';

const id = 'network-or-proxy';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  transient: true,
  recorded: false,
  sources: ['salesforce-status'],
  clues: [
    // The network of this machine is that of the integration only where the refusal says so too, or was our own.
    clue('unreachable', ['loginHost', 'refusals'], ({ loginHost: { reachable, trouble, url }, refusals }) => {
      if (reachable || trouble === undefined || isTlsTrouble(trouble)) return undefined;
      // A name that nobody knows may be a typo, or the My Domain of an org that is gone.
      return trouble === 'ENOTFOUND' || !isOurTrouble(refusals) ? suggests({ url, trouble }) : proves({ url, trouble });
    }),
    clue('through-proxy', ['environment', 'loginHost'], ({ environment: { proxy }, loginHost }) => {
      if (proxy === undefined || loginHost.reachable || isTlsTrouble(loginHost.trouble ?? '')) return undefined;
      return proxy.usable ? suggests({ variable: proxy.variable, proxy: proxy.url, url: loginHost.url }) : undefined;
    }),
    clue('no-proxy-address', ['environment', 'loginHost'], ({ environment: { proxy }, loginHost }) =>
      proxy?.usable !== false || loginHost.reachable
        ? undefined
        : suggests({ variable: proxy.variable, proxy: proxy.url }),
    ),
    reachedLately(id),
  ],
  remedies: [
    { id: 'open-the-way', who: 'integration-owner', effect: 'changes-client' },
    { id: 'retry', who: 'nobody', effect: 'waits' },
  ],
});
