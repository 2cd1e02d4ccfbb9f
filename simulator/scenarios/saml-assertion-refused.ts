import { setSamlIssuer } from '../state/admin.ts';
import { samlSignOn } from './client/saml.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

const issuer = 'https://idp.acme.example/v1';

export default scenario({
  id: 'saml-assertion-refused',
  title: 'The org was set up for another issuer than the one that the single sign-on service names',
  flow: 'web',
  prepare: ({ org, client }) => {
    org.settings.samlIssuer = issuer;
    client.signOn = samlSignOn(issuer);
  },
  breaks: ({ act }) => setSamlIssuer(act(), 'https://idp.acme.example/v2'),
  prints: itself,
  leaves: { told: 'issue with single sign-on', row: 'Failed: Issuer Mismatched' },
});
