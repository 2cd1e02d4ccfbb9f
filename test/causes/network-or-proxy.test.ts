import { expect } from 'chai';
import networkOrProxy from '../../src/causes/network-or-proxy.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const gone = (trouble: string) => ({ loginHost: { url: 'https://acme.my.salesforce.com', reachable: false, trouble } });

describe('network-or-proxy', () => {
  it('is left open by a host that can be reached now: a network comes and goes', () => {
    const facts = { loginHost: healthy.loginHost, refusals: [suspecting('network-or-proxy')] };
    expect(standing(networkOrProxy, facts).said).to.deep.equal({ said: 'suggests' });
    expect(
      standing(networkOrProxy, { loginHost: healthy.loginHost, environment: {}, loginRows: [] }).standing,
    ).to.equal('no-sign');
  });

  it('leaves TLS to another cause', () => {
    expect(standing(networkOrProxy, gone('SELF_SIGNED_CERT_IN_CHAIN')).said).to.deep.equal({});
  });

  it('is only suspected by a name that nobody knows, proved by a host that cannot be reached', () => {
    expect(standing(networkOrProxy, gone('ENOTFOUND')).standing).to.equal('suspected');
    const refusals = [{ ...suspecting('network-or-proxy'), channel: 'network' } as const];
    expect(standing(networkOrProxy, { ...gone('ECONNREFUSED'), refusals }).standing).to.equal('confirmed');
  });

  it('is only suspected by the network of this machine, and ruled out where the integration logged in within the hour', () => {
    expect(standing(networkOrProxy, gone('ETIMEDOUT')).standing).to.equal('suspected');
    const attempted = [{ ...suspecting('network-or-proxy'), origin: 'attempt' } as const];
    expect(standing(networkOrProxy, { ...gone('ETIMEDOUT'), refusals: attempted }).standing).to.equal('confirmed');
    expect(standing(networkOrProxy, { ...healthy, ...gone('ETIMEDOUT') }).standing).to.equal('ruled-out');
    const stale = { loginRows: [row('2026-11-22T01:00:00Z')] };
    expect(standing(networkOrProxy, { ...healthy, ...gone('ETIMEDOUT'), ...stale }).standing).to.equal('suspected');
  });

  it('names the proxy that requests take from here, where the host was not reached', () => {
    const proxy = { variable: 'HTTPS_PROXY', url: 'http://proxy.acme.example:8080', usable: true };
    const heard = standing(networkOrProxy, { ...gone('ECONNREFUSED'), environment: { proxy } });
    expect(heard.said).to.include({ 'through-proxy': 'suggests' });
    expect(heard.sentences.join(' ')).to.include('HTTPS_PROXY').and.to.include('http://proxy.acme.example:8080');
    expect(standing(networkOrProxy, { loginHost: healthy.loginHost, environment: { proxy } }).said).to.deep.equal({});
    expect(standing(networkOrProxy, { ...gone('CERT_HAS_EXPIRED'), environment: { proxy } }).said).to.deep.equal({});
    const broken = { environment: { proxy: { ...proxy, url: 'proxy.acme.example:8080', usable: false } } };
    expect(standing(networkOrProxy, { ...gone('ERR_INVALID_URL'), ...broken }).said).to.include({
      'no-proxy-address': 'suggests',
    });
  });
});
