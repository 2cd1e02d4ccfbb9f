import { blockApp } from '../state/admin.ts';
import { callback } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-blocked-or-uninstalled',
  title: 'An administrator blocked the app for the whole org',
  flow: 'web',
  breaks: ({ act, app }) => blockApp(act(), app),
  prints: callback,
  leaves: { told: 'OAUTH_APP_BLOCKED: this app is blocked by admin', change: 'blockConnectedApplication' },
});
