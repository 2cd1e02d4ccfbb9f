import { expect } from 'chai';
import tlsOrCertificate from '../../src/causes/tls-or-certificate.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const gone = (trouble: string) => ({ loginHost: { url: 'https://acme.my.salesforce.com', reachable: false, trouble } });

const ours = { ...suspecting('tls-or-certificate'), channel: 'tls' } as const;

describe('tls-or-certificate', () => {
  it('is silent at a host that can be reached, and leaves the network to another cause', () => {
    expect(standing(tlsOrCertificate, { loginHost: healthy.loginHost }).said).to.deep.equal({});
    expect(standing(tlsOrCertificate, gone('ECONNREFUSED')).said).to.deep.equal({});
  });

  for (const code of [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'EPROTO',
  ]) {
    it(`is proved by ${code}`, () => {
      expect(standing(tlsOrCertificate, { ...gone(code), refusals: [ours] }).standing).to.equal('confirmed');
      // Elsewhere it is the trust store of this machine that is in doubt.
      expect(standing(tlsOrCertificate, gone(code)).standing).to.equal('suspected');
    });
  }
});
