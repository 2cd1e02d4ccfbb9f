import { address } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'client-request-malformed',
  title: 'A new version of the client leaves the redirect URI out of its request',
  flow: 'web',
  breaks: ({ client }) => {
    client.redirectUri = '';
  },
  prints: address,
  leaves: { told: 'redirect_uri%20not%20provided' },
});
