import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

/** What the CLI says of an auth URL that it cannot read. Source: messages/core.md of @salesforce/core. */
const refused =
  'Error (INVALID_SFDX_AUTH_URL): Invalid SFDX authorization URL. Must be in the format "force://<clientId>:<clientSecret>:<refreshToken>@<instanceUrl>".';

export default scenario({
  id: 'local-credential-store.auth-url',
  cause: 'local-credential-store',
  title: 'The auth URL that a pipeline logs in with lost its scheme on the way through a secret store',
  flow: 'refresh-token',
  breaks: ({ client }) => {
    client.before = () => {
      throw new Error(refused);
    };
  },
  spoils: (home, { client }) => {
    const parts = [client.consumerKey, client.clientSecret, client.refreshToken].join(':');
    writeFileSync(path.join(home, 'auth-url.txt'), `${parts}@acme.my.salesforce.com\n`);
  },
  authUrlFile: 'auth-url.txt',
  prints: itself,
  leaves: { told: 'Invalid SFDX authorization URL' },
});
