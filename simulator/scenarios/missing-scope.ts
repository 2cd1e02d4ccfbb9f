import { changeScopes } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'missing-scope',
  title: 'The app lost the scope "api": the login is granted, the first call is refused',
  flow: 'jwt',
  breaks: ({ act, app }) => changeScopes(act(), app, ['RefreshToken', 'OpenID']),
  prints: body,
  leaves: { told: 'not valid for use with the REST API', row: 'Success', change: 'changeOauthDefaultScope' },
});
