import { expect } from 'chai';
import passwordExpired from '../../src/causes/password-expired.ts';
import type { Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing } from '../support/standing.ts';

const at = (passwordExpiresAt: string | undefined, flow: Flow = 'password') => ({
  passwordExpiresAt,
  integration: { ...healthy.integration, flow },
  loginRows: [],
});

describe('password-expired', () => {
  it('is ruled out by a password that never expires, and by one that expires later', () => {
    expect(standing(passwordExpired, at(undefined)).standing).to.equal('ruled-out');
    expect(standing(passwordExpired, at('2027-06-01T00:00:00Z')).standing).to.equal('ruled-out');
  });

  it('is ruled out for a flow that sends no password', () => {
    expect(standing(passwordExpired, at('2026-11-01T00:00:00Z', 'jwt')).said).to.deep.equal({
      'other-flow': 'rules-out',
    });
  });

  it('is not ruled out against a wording that has it alone', () => {
    const facts = { ...at(undefined, 'jwt'), refusals: [deciding('password-expired')] };
    expect(standing(passwordExpired, facts).standing).to.equal('confirmed');
  });

  it('is proved by a past date, since then', () => {
    const expired = standing(passwordExpired, at('2026-11-20T00:00:00Z'));
    expect(expired).to.deep.include({ standing: 'confirmed', since: '2026-11-20T00:00:00Z' });
  });

  it('is foretold within a month', () => {
    const ahead = standing(passwordExpired, at('2026-12-03T02:00:00Z'));
    expect(ahead.on).to.equal('2026-12-03T02:00:00Z');
    expect(ahead.sentences).to.include('The password expires on 2026-12-03T02:00:00Z, in 10 days.');
  });
});
