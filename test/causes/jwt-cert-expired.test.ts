import { expect } from 'chai';
import jwtCertExpired from '../../src/causes/jwt-cert-expired.ts';
import type { Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const until = (notAfter: string, flow?: Flow): Partial<Facts> => {
  const integration = without(healthy.integration, 'flow');
  return {
    integration: flow === undefined ? integration : { ...integration, flow },
    appOauth: { ...healthy.appOauth!, certificate: { ...healthy.appOauth!.certificate!, notAfter } },
    loginRows: [],
  };
};

describe('jwt-cert-expired', () => {
  it('is ruled out by a certificate that lasts', () => {
    const facts = { ...until('2028-01-01T00:00:00Z', 'jwt'), refusals: [suspecting('jwt-cert-expired')] };
    expect(standing(jwtCertExpired, facts).standing).to.equal('ruled-out');
  });

  it('is ruled out for another flow, and silent where the app holds no certificate', () => {
    expect(standing(jwtCertExpired, until('2026-01-01T00:00:00Z', 'web')).standing).to.equal('ruled-out');
    const appOauth = without(healthy.appOauth!, 'certificate');
    expect(standing(jwtCertExpired, { integration: healthy.integration, appOauth }).said).to.deep.equal({});
  });

  it('is foretold within 30 days, ruled out before', () => {
    const near = standing(jwtCertExpired, until('2026-12-23T02:00:00Z', 'jwt'));
    expect(near).to.deep.include({
      standing: 'confirmed',
      on: '2026-12-23T02:00:00Z',
      said: { validity: 'foretells' },
    });
    expect(near.sentences[0]).to.include('30 days');
    expect(standing(jwtCertExpired, until('2026-12-23T02:00:01Z', 'jwt')).standing).to.equal('ruled-out');
  });

  it('is proved since the end of the certificate', () => {
    const ended = standing(jwtCertExpired, until('2026-11-22T23:59:59Z', 'jwt'));
    expect(ended).to.deep.include({ standing: 'confirmed', since: '2026-11-22T23:59:59Z' });
    expect(standing(jwtCertExpired, until('2026-11-22T23:59:59Z')).standing).to.equal('suspected');
  });
});
