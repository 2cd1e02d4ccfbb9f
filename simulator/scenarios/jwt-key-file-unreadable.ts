import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-key-file-unreadable',
  title: 'The private key was moved to a CI variable, and lost its line breaks there',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.privateKey = client.privateKey.replaceAll('\n', ' ');
  },
  prints: (told) => `Error (JwtAuthError): ${itself(told)}`,
  leaves: { told: 'DECODER routines::unsupported' },
});
