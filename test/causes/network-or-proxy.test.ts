import { expect } from 'chai';
import networkOrProxy from '../../src/causes/network-or-proxy.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const gone = (trouble: string) => ({ loginHost: { url: 'https://acme.my.salesforce.com', reachable: false, trouble } });

describe('network-or-proxy', () => {
  it('is left open by a host that can be reached now: a network comes and goes', () => {
    const facts = { loginHost: healthy.loginHost, refusals: [suspecting('network-or-proxy')] };
    expect(standing(networkOrProxy, facts).said).to.deep.equal({ said: 'suggests' });
    expect(standing(networkOrProxy, { loginHost: healthy.loginHost }).standing).to.equal('no-sign');
  });

  it('leaves TLS to another cause', () => {
    expect(standing(networkOrProxy, gone('SELF_SIGNED_CERT_IN_CHAIN')).said).to.deep.equal({});
  });

  it('is only suspected by a name that nobody knows, proved by a host that cannot be reached', () => {
    expect(standing(networkOrProxy, gone('ENOTFOUND')).standing).to.equal('suspected');
    expect(standing(networkOrProxy, gone('ECONNREFUSED')).standing).to.equal('confirmed');
  });
});
