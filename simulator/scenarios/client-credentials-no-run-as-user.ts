import { setClientCredentials } from '../state/admin.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'client-credentials-no-run-as-user',
  title: 'The run-as user of the client credentials flow was taken away',
  flow: 'client-credentials',
  breaks: ({ act, app }) => setClientCredentials(act(), app, true),
  prints: serviceLog,
  leaves: { told: 'no client credentials user enabled' },
});
