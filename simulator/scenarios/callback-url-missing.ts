import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

/** The callback that a scratch org's own copy of the app is made with. */
const needed = 'http://localhost:1717/OauthRedirect';

export default scenario({
  id: 'callback-url-missing',
  title: "The login works, but scratch orgs need a callback URL that the Dev Hub's app does not have",
  flow: 'jwt',
  prepare: ({ app }) => {
    app.callbackUrls = ['https://marketing.acme.example/callback'];
  },
  breaks: ({ app, client }) => {
    client.before = () => {
      if (app.callbackUrls.includes(needed)) return;
      throw new Error('ERROR running force:org:create:  The callback URL provided is not valid.');
    };
  },
  prints: itself,
  leaves: { told: 'callback URL provided is not valid' },
});
