import { changeConsumerKey } from '../state/admin.ts';
import { consumerSecretFor } from '../state/secrets.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-wrong-secret',
  title: 'The consumer secret of the app was changed, the integration sends the old one',
  flow: 'client-credentials',
  breaks: ({ act, app, org }) =>
    changeConsumerKey(act(), app, app.consumerKey, consumerSecretFor(org.id, 'another secret')),
  prints: codeAndText,
  leaves: { told: 'invalid client credentials', change: 'generateOauthStagedCredential' },
});
