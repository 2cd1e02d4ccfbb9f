import { requirePkce } from '../state/admin.ts';
import { callback } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'pkce-required-or-bad-verifier',
  title: 'The app now requires a proof key, and the client sends none',
  flow: 'web',
  breaks: ({ act, app }) => requirePkce(act(), app, true),
  prints: callback,
  leaves: { told: 'missing required code challenge', change: 'changeApplicationPkceRequired' },
});
