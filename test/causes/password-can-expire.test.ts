import { expect } from 'chai';
import passwordCanExpire from '../../src/causes/password-can-expire.ts';
import passwordExpired from '../../src/causes/password-expired.ts';
import type { Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing } from '../support/standing.ts';

const ends = (passwordExpiresAt: string | undefined, flow: Flow = 'password'): Partial<Facts> => ({
  integration: { ...healthy.integration, flow },
  passwordExpiresAt,
});

describe('password-can-expire', () => {
  it('is ruled out by a password without end', () => {
    expect(standing(passwordCanExpire, ends(undefined)).standing).to.equal('ruled-out');
  });

  it('carries the day on which the password ends', () => {
    for (const flow of ['password', 'soap-login'] as const) {
      const heard = standing(passwordCanExpire, ends('2027-02-01T00:00:00Z', flow));
      expect(heard).to.deep.include({ standing: 'confirmed', on: '2027-02-01T00:00:00Z' });
      expect(heard.sentences[0]).to.include('69 days');
    }
  });

  it('gives way to password-expired 30 days before the end: never both', () => {
    for (const at of ['2026-12-23T02:00:00.000Z', '2026-12-23T02:00:00.001Z', '2026-11-22T00:00:00Z']) {
      const [far, near] = [passwordCanExpire, passwordExpired].map((cause) => standing(cause, ends(at)).standing);
      expect(
        [far, near].filter((one) => one === 'confirmed'),
        at,
      ).to.have.lengthOf(1);
    }
  });

  it('says nothing of a login that sends no password', () => {
    const other = { 'other-flow': 'rules-out' };
    expect(standing(passwordCanExpire, ends('2027-02-01T00:00:00Z', 'jwt')).said).to.deep.equal(other);
    expect(standing(passwordCanExpire, ends(undefined, 'refresh-token')).said).to.deep.equal(other);
  });
});
