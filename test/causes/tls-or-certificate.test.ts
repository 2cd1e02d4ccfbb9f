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

  it('names an extra CA file that Node cannot use, where TLS is what fails', () => {
    for (const problem of ['missing', 'unreadable', 'no-certificate'] as const) {
      const environment = { extraCa: { path: '/etc/ca.pem', problem } };
      const facts = { ...gone('SELF_SIGNED_CERT_IN_CHAIN'), environment };
      expect(standing(tlsOrCertificate, facts).said).to.include({ [`extra-ca-${problem}`]: 'suggests' });
      expect(standing(tlsOrCertificate, { loginHost: healthy.loginHost, environment }).said).to.deep.equal({});
    }
  });

  it('says that this machine checks no certificate, where a wording speaks of one', () => {
    const environment = { checksOff: true } as const;
    expect(standing(tlsOrCertificate, { environment, refusals: [ours] }).said).to.include({ 'checks-off': 'suggests' });
    expect(standing(tlsOrCertificate, { environment }).said).to.deep.equal({});
  });
});
