import { address } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'redirect-uri-mismatch',
  title: 'The integration moved to another host, and sends a redirect URI that the app does not have',
  flow: 'web',
  breaks: ({ client }) => {
    client.redirectUri = 'https://marketing.acme.example/callback';
  },
  prints: address,
  leaves: { told: 'redirect_uri%20must%20match%20configuration' },
});
