import { expect } from 'chai';
import jwtMalformed from '../../src/causes/jwt-malformed.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'jwt-malformed';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(jwtMalformed, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(jwtMalformed, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'web' } as const, refusals: [suspecting(id)] };
    expect(standing(jwtMalformed, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(jwtMalformed, {}).said).to.deep.equal({});
    expect(standing(jwtMalformed, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(jwtMalformed, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(jwtMalformed, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  const { integration } = healthy;
  const assertion = { state: 'decoded', algorithm: 'RS256', audience: [], missing: [] } as const;

  it('is proved by an assertion that is no JWT, or not base64url', () => {
    for (const problem of ['no-jwt', 'not-base64url'] as const)
      expect(standing(jwtMalformed, { integration, assertion: { state: 'unreadable', problem } }).said).to.deep.equal({
        [problem]: 'proves',
      });
  });

  it('is proved by another algorithm than RS256, and by claims that are not there', () => {
    expect(standing(jwtMalformed, { integration, assertion }).said).to.deep.equal({});
    expect(standing(jwtMalformed, { integration, assertion: { ...assertion, algorithm: 'HS256' } }).said).to.deep.equal(
      {
        algorithm: 'proves',
      },
    );
    expect(standing(jwtMalformed, { integration, assertion: { ...assertion, missing: ['exp'] } }).said).to.deep.equal({
      claims: 'proves',
    });
  });
});
