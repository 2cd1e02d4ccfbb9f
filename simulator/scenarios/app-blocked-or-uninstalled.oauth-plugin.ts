import { changeQuietly } from '../state/admin.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-blocked-or-uninstalled.oauth-plugin',
  cause: 'app-blocked-or-uninstalled',
  title: 'The external client app is on, its OAuth plug-in was switched off',
  kind: 'external-client-app',
  flow: 'jwt',
  breaks: ({ act, app }) => changeQuietly(act(), app, { oauthPluginOff: true }),
  prints: serviceLog,
  leaves: { told: 'OAuth plugin is disabled' },
});
