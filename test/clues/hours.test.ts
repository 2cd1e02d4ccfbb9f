import { expect } from 'chai';
import { clockText, hoursText, isNeverShut, isOpen, isShutEverywhere, localIn } from '../../src/clues/hours.ts';
import type { LoginHours } from '../../src/model/index.ts';

const office: LoginHours = { monday: { start: 480, end: 1080 }, sunday: { start: 0, end: 0 } };

describe('hours', () => {
  it('opens at the start and shuts at the end', () => {
    expect(isOpen(office, { day: 'monday', minute: 479 })).to.equal(false);
    expect(isOpen(office, { day: 'monday', minute: 480 })).to.equal(true);
    expect(isOpen(office, { day: 'monday', minute: 1079 })).to.equal(true);
    expect(isOpen(office, { day: 'monday', minute: 1080 })).to.equal(false);
  });

  it('takes 0 to 0 as shut, and a day that is not listed as open', () => {
    expect(isOpen(office, { day: 'sunday', minute: 0 })).to.equal(false);
    expect(isOpen(office, { day: 'tuesday', minute: 0 })).to.equal(true);
  });

  it('knows hours that never shut', () => {
    expect(isNeverShut({})).to.equal(true);
    expect(isNeverShut({ friday: { start: 0, end: 1440 } })).to.equal(true);
    expect(isNeverShut({ friday: { start: 0, end: 1439 } })).to.equal(false);
    expect(isNeverShut(office)).to.equal(false);
  });

  it('calls a moment shut everywhere only if no zone is open', () => {
    const weekend: LoginHours = { saturday: { start: 0, end: 0 }, sunday: { start: 0, end: 0 } };
    expect(isShutEverywhere(weekend, '2026-11-21T22:00:00Z')).to.equal(true);
    expect(isShutEverywhere(weekend, '2026-11-21T08:00:00Z')).to.equal(false);
    expect(isShutEverywhere(weekend, '2026-11-22T23:00:00Z')).to.equal(false);
  });

  it('reads the clock of a zone, with summer time', () => {
    expect(localIn('America/Los_Angeles', '2026-11-23T02:30:00Z')).to.deep.equal({
      day: 'sunday',
      minute: 18 * 60 + 30,
    });
    expect(localIn('America/Los_Angeles', '2026-07-01T02:30:00Z')).to.deep.equal({
      day: 'tuesday',
      minute: 19 * 60 + 30,
    });
    expect(localIn('UTC', '2026-11-23T00:05:00Z')).to.deep.equal({ day: 'monday', minute: 5 });
    expect(localIn('Nowhere/Land', '2026-11-23T00:05:00Z')).to.equal(undefined);
  });

  it('shows times as a clock does', () => {
    expect(clockText(0)).to.equal('00:00');
    expect(clockText(1439)).to.equal('23:59');
    expect(hoursText(office, 'monday')).to.equal('08:00 to 18:00');
    expect(hoursText(office, 'sunday')).to.equal('-');
    expect(hoursText(office, 'friday')).to.equal('00:00 to 24:00');
  });
});
