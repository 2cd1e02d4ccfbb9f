import { requireSecretForRefresh } from '../state/admin.ts';
import { cliRefresh } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-requires-secret',
  title: 'The app now requires its secret for the refresh, and the stored login holds none',
  flow: 'refresh-token',
  prepare: ({ app, client }) => {
    app.secretRequiredForRefresh = false;
    client.clientSecret = '';
  },
  breaks: ({ act, app }) => requireSecretForRefresh(act(), app, true),
  byLogin: true,
  prints: cliRefresh,
  leaves: { told: 'invalid client credentials', change: 'changeApplicationSecretRequiredForRefreshToken' },
});
