import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-wrong-audience',
  title: 'The assertion is made out to the login host of sandboxes',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.audience = 'https://test.salesforce.com';
  },
  prints: cliJwt,
  leaves: { told: 'audience is invalid' },
});
