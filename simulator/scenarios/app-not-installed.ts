import { uninstallApp } from '../state/admin.ts';
import { address } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-not-installed',
  title: 'The app was uninstalled, and the user may not approve apps that are not installed',
  flow: 'web',
  prepare: ({ app }) => {
    app.origin = 'installed';
    app.distribution = 'Managed';
  },
  breaks: ({ act, app }) => uninstallApp(act(), app),
  prints: address,
  leaves: { told: 'app%20must%20be%20installed%20into%20org', change: 'deleteConnectedApplication' },
});
