import { expect } from 'chai';
import clockSkewCause from '../../src/causes/jwt-expired-or-clock-skew.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'jwt-expired-or-clock-skew';
const { integration } = healthy;
const minutes = (count: number) => count * 60_000;

describe(id, () => {
  it('is ruled out for another flow', () => {
    const web = { ...integration, flow: 'web' } as const;
    expect(standing(clockSkewCause, { integration: web, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('says nothing of a clock within three minutes', () => {
    expect(standing(clockSkewCause, { integration, clockSkew: minutes(-3) }).said).to.deep.equal({});
    expect(standing(clockSkewCause, { integration, clockSkew: minutes(3) }).said).to.deep.equal({});
    for (const clockSkew of [minutes(-3) - 1, minutes(3) + 1])
      expect(standing(clockSkewCause, { integration, clockSkew }).said).to.deep.equal({ clock: 'suggests' });
  });

  it('is only suspected by a clock of ours that is off: the integration may run elsewhere', () => {
    const facts = { integration, clockSkew: minutes(-12), refusals: [suspecting(id)] };
    const off = standing(clockSkewCause, facts);
    expect(off.standing).to.equal('suspected');
    expect(off.sentences[1]).to.include('12 minutes behind');
  });

  it('is proved by our own attempt with a clock that is behind', () => {
    const ours = { ...suspecting(id), origin: 'attempt' } as const;
    expect(standing(clockSkewCause, { integration, clockSkew: minutes(-12), refusals: [ours] }).standing).to.equal(
      'confirmed',
    );
    expect(standing(clockSkewCause, { integration, clockSkew: minutes(12), refusals: [ours] }).standing).to.equal(
      'suspected',
    );
  });

  it('is proved by the wording of an expired code, which a JWT login does not have', () => {
    const refusals = [suspecting('auth-code-expired-or-reused', id)];
    expect(standing(clockSkewCause, { integration, refusals }).said).to.deep.equal({
      said: 'suggests',
      'no-code': 'proves',
    });
    const unknown = without(integration, 'flow');
    expect(standing(clockSkewCause, { integration: unknown, refusals }).standing).to.equal('suspected');
  });

  describe('an assertion that was given', () => {
    const said = (facts: { readonly expiresAt: string; readonly issuedAt?: string; readonly failedAt?: string }) => {
      const { failedAt, ...times } = facts;
      const assertion = { state: 'decoded', algorithm: 'RS256', audience: [], missing: [], ...times } as const;
      return standing(clockSkewCause, { integration, assertion, failedAt, refusals: [] }).said;
    };

    it('proves it where it was over three minutes before the failure, and not a second less', () => {
      const expiresAt = '2026-11-23T01:00:00.000Z';
      expect(said({ expiresAt, failedAt: '2026-11-23T01:03:01.000Z' })).to.deep.equal({ 'expired-then': 'proves' });
      expect(said({ expiresAt, failedAt: '2026-11-23T01:03:00.000Z' })).to.deep.equal({});
    });

    it('says nothing by being over now', () => {
      expect(said({ expiresAt: '2026-11-20T01:00:00.000Z' })).to.deep.equal({});
    });

    it('is suspicious where it ends before it begins', () => {
      const [expiresAt, issuedAt] = ['2026-11-23T01:00:00.000Z', '2026-11-23T02:00:00.000Z'];
      expect(said({ expiresAt, issuedAt })).to.deep.equal({ 'expires-before-issue': 'suggests' });
      expect(said({ expiresAt, issuedAt: expiresAt })).to.deep.equal({});
    });
  });
});
