import { expect } from 'chai';
import rateLimited from '../../src/causes/rate-limited.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const logins = (count: number) => Array.from({ length: count }, () => row('2026-11-23T01:30:00Z'));

describe('rate-limited', () => {
  it('is silent below the limit', () => {
    expect(standing(rateLimited, { loginRows: logins(3599) }).said).to.deep.equal({});
  });

  it('is proved by the rows of one hour', () => {
    const proof = standing(rateLimited, { loginRows: logins(3600) });
    expect(proof.standing).to.equal('confirmed');
    expect(proof.sentences[0]).to.include('3600 times');
  });

  it('counts the hour before the failure only', () => {
    const late = { loginRows: logins(3600), failedAt: '2026-11-23T02:31:00Z' };
    expect(standing(rateLimited, late).said).to.deep.equal({});
    const early = { loginRows: logins(3600), failedAt: '2026-11-23T01:29:00Z' };
    expect(standing(rateLimited, early).said).to.deep.equal({});
    expect(standing(rateLimited, healthy).standing).to.equal('no-sign');
  });
});
