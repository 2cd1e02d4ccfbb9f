import { expect } from 'chai';
import { aheadAt, hasCome, inForceSince } from '../../src/clues/ahead.ts';
import { calendar } from '../../src/clues/calendar/index.ts';

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

  it("cites the notes of Winter '27 by the number of that release", () => {
    const cited = calendar.flatMap(({ sources }) => sources).filter((url) => url.includes('&release='));
    expect(cited.filter((url) => url.includes('release=264'))).not.to.have.lengthOf(0);
    for (const url of cited.filter((one) => /#page=9\d\d$/u.test(one))) expect(url).to.include('&release=264&');
  });

  it('names a season, and never a day for it, until its last upgrade weekend', () => {
    const winter = "Winter '27";
    const told = { kind: 'foretells', season: winter, values: { season: winter }, uncertain: true };
    expect(aheadAt('soap-login-needs-any-api-auth', '2026-08-28T00:00:00Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-needs-any-api-auth', '2026-10-09T23:59:59Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-needs-any-api-auth', '2026-10-10T00:00:00Z')).to.equal(undefined);
  });

  it('names a season of which no weekend is known until its year is over', () => {
    const told = { kind: 'foretells', season: "Summer '27", values: { season: "Summer '27" }, uncertain: true };
    expect(aheadAt('soap-login-retires', '2026-11-23T00:00:00Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-retires', '2027-12-31T23:59:59Z')).to.deep.equal(told);
    expect(aheadAt('soap-login-retires', '2028-01-01T00:00:00Z')).to.equal(undefined);
  });

  it('tells since when it holds: from its day, or from the last weekend of its release', () => {
    expect(inForceSince('device-flow-for-local-apps-only', '2026-11-29T23:59:59Z')).to.equal(undefined);
    expect(inForceSince('device-flow-for-local-apps-only', '2026-11-30T00:00:00Z')).to.equal('2026-11-30T00:00:00Z');
    expect(inForceSince('soap-login-needs-any-api-auth', '2026-10-09T23:59:59Z')).to.equal(undefined);
    expect(inForceSince('soap-login-needs-any-api-auth', '2026-10-10T00:00:00Z')).to.equal('2026-10-10T00:00:00Z');
    expect(inForceSince('apps-must-be-installed', '2025-09-16T00:00:00Z')).to.equal(undefined);
    expect(inForceSince('apps-must-be-installed', '2025-09-17T00:00:00Z')).to.equal('2025-09-17T00:00:00Z');
    expect(inForceSince('soap-login-retires', '2030-01-01T00:00:00Z')).to.equal(undefined);
  });
});
