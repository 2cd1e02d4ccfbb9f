import { startPreviousHost } from '../network/previous-host.ts';
import { renameMyDomain } from '../state/admin.ts';
import { myDomainOf } from '../state/lookup.ts';
import { redirect } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'wrong-endpoint.renamed',
  cause: 'wrong-endpoint',
  title: 'The My Domain was renamed: its old name sends on, and the integration does not follow',
  flow: 'jwt',
  breaks: async ({ org, act, client, onStop }) => {
    renameMyDomain(act(), 'acme-global');
    const previous = await startPreviousHost(myDomainOf(org));
    onStop(previous.close);
    client.loginUrl = previous.url;
  },
  prints: redirect,
  leaves: { told: 'HTTP/1.1 301 Moved Permanently', change: 'enhancedDomainChosen' },
});
