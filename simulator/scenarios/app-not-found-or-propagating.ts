import { changeConsumerKey } from '../state/admin.ts';
import { consumerKeyFor, consumerSecretFor } from '../state/secrets.ts';
import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

const minute = 60_000;

export default scenario({
  id: 'app-not-found-or-propagating',
  title: 'The app got a new consumer key minutes ago, and Salesforce does not know it everywhere yet',
  flow: 'jwt',
  breaks: ({ act, app, org, client, clock }) => {
    clock.set(Date.now() - 4 * minute);
    changeConsumerKey(act(), app, consumerKeyFor(org.id, 'rotated'), consumerSecretFor(org.id, 'rotated'));
    app.knownFrom = Date.now() + 10 * minute;
    client.consumerKey = app.consumerKey;
    client.clientSecret = app.consumerSecret;
  },
  byLogin: true,
  prints: cliJwt,
  leaves: { told: 'client identifier invalid', change: 'generateOauthStagedCredential' },
});
