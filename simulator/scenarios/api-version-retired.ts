import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'api-version-retired',
  title: 'The client was set back to a version of the API that is gone',
  flow: 'soap-login',
  breaks: ({ client }) => {
    client.soapVersion = '29.0';
  },
  prints: itself,
  leaves: { told: 'UNSUPPORTED_API_VERSION', row: 'Failed: API Version Removed' },
});
