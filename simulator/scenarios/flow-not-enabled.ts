import { setClientCredentials } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'flow-not-enabled',
  title: 'The client credentials flow was switched off for the app',
  flow: 'client-credentials',
  breaks: ({ act, app, user }) => {
    setClientCredentials(act(), app, false);
    // The checkbox alone: the run-as user stays where it was.
    app.clientCredentials.runAsUserId = user.id;
  },
  prints: body,
  leaves: { told: 'client credentials flow not enabled', change: 'changeApplicationClientCredentialEnabled' },
});
