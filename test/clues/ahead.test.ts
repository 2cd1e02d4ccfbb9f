import { expect } from 'chai';
import { aheadAt, hasCome } from '../../src/clues/ahead.ts';

describe('what lies ahead', () => {
  it('is sure where a day is documented, and over from its first moment on', () => {
    expect(aheadAt('password-flows-retire', '2027-02-19T23:59:59Z', { app: 'Sync' })).to.deep.equal({
      kind: 'foretells',
      on: '2027-02-20T00:00:00Z',
      values: { app: 'Sync', on: '2027-02-20T00:00:00Z' },
    });
    expect(aheadAt('password-flows-retire', '2027-02-20T00:00:00Z')).to.equal(undefined);
    expect(hasCome('password-flows-retire', '2027-02-19T23:59:59.999Z')).to.equal(false);
    expect(hasCome('password-flows-retire', '2027-02-20T00:00:00Z')).to.equal(true);
  });

  it('is uncertain where the day is', () => {
    expect(aheadAt('device-flow-for-local-apps-only', '2026-11-23T00:00:00Z')).to.include({
      on: '2026-11-30T00:00:00Z',
      uncertain: true,
    });
  });

  it('names a season, and never a day for it, until its year is over', () => {
    const told = { kind: 'foretells', season: "Summer '27", values: { season: "Summer '27" }, uncertain: true };
    expect(aheadAt('soap-login-retires', '2026-11-23T00:00:00Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-retires', '2027-12-31T23:59:59Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-retires', '2028-01-01T00:00:00Z')).to.equal(undefined);
  });
});
