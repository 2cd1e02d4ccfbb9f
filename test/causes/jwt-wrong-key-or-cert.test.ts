import { expect } from 'chai';
import jwtWrongKeyOrCert from '../../src/causes/jwt-wrong-key-or-cert.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'jwt-wrong-key-or-cert';
const { integration, appOauth, keyFile } = healthy;
const other = { state: 'usable', path: 'server.key', spki: 'bb22', bits: 2048 } as const;

describe(id, () => {
  it('is ruled out by a key that belongs to the certificate', () => {
    const facts = { integration, appOauth, keyFile, refusals: [suspecting(id)] };
    expect(standing(jwtWrongKeyOrCert, facts).standing).to.equal('ruled-out');
  });

  it('is silent without a key, with a key that cannot be used, or without a certificate', () => {
    const bare = without(appOauth!, 'certificate');
    const unusable = { state: 'unusable', path: 'server.key', problem: 'empty' } as const;
    expect(standing(jwtWrongKeyOrCert, { integration, appOauth, keyFile: undefined }).said).to.deep.equal({});
    expect(standing(jwtWrongKeyOrCert, { integration, appOauth, keyFile: unusable }).said).to.deep.equal({});
    expect(standing(jwtWrongKeyOrCert, { integration, appOauth: bare, keyFile }).said).to.deep.equal({});
  });

  it('notes a certificate of fewer than 2,048 bits, and no longer one', () => {
    const noted = (bits: number) => {
      const weak = { ...appOauth!, certificate: { ...appOauth!.certificate!, bits } };
      return standing(jwtWrongKeyOrCert, { integration, appOauth: weak }).told;
    };
    expect(noted(2047)).to.have.property('kind', 'tells');
    expect(noted(2048)).to.deep.equal({ size: 'tells' });
  });

  it('is proved by a key of another pair, for JWT only', () => {
    expect(standing(jwtWrongKeyOrCert, { integration, appOauth, keyFile: other }).standing).to.equal('confirmed');
    const web = { ...integration, flow: 'web' } as const;
    expect(standing(jwtWrongKeyOrCert, { integration: web, appOauth, keyFile: other }).standing).to.equal('ruled-out');
  });

  it('is proved, or ruled out, by the signature of an assertion, where the certificate was seen', () => {
    const assertion = { state: 'decoded', algorithm: 'RS256', audience: [], missing: [] } as const;
    const said = (signature?: 'matches' | 'differs') =>
      standing(jwtWrongKeyOrCert, { integration, assertion: { ...assertion, ...(signature && { signature }) } }).said;
    expect(said('matches')).to.deep.equal({ signature: 'rules-out' });
    expect(said('differs')).to.deep.equal({ signature: 'proves' });
    expect(said()).to.deep.equal({});
  });
});
