import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'wrong-token-type',
  title: 'A new version of the client binds its tokens to a key (DPoP), and the API does not take that yet',
  flow: 'refresh-token',
  breaks: ({ client }) => {
    client.scheme = 'DPoP';
  },
  prints: body,
  leaves: { told: 'INVALID_JWT_FORMAT', row: 'Success' },
});
