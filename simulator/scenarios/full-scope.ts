import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'full-scope',
  title: 'The login works, with an app that hands out full access',
  flow: 'jwt',
  prepare: ({ app }) => {
    app.scopes = ['Full', 'RefreshToken'];
  },
  prints: body,
});
