import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

/** What Google's token endpoint answers to a dead refresh token, as its client for Node prints it. */
const google = `GaxiosError: invalid_grant
    at Gaxios._request (/app/node_modules/gaxios/build/src/gaxios.js:142:23)
  config: { url: 'https://oauth2.googleapis.com/token', method: 'POST' },
  response: { data: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }, status: 400 }`;

export default scenario({
  id: 'not-salesforce',
  title: 'The job logs in to Google first, and Google refuses it; Salesforce was never asked',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.before = () => {
      throw new Error(google);
    };
  },
  prints: itself,
  leaves: { told: 'Token has been expired or revoked.' },
});
