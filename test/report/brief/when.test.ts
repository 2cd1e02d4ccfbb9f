import { expect } from 'chai';
import { at, before, fromTo, inWords } from '../../../src/report/brief/when.ts';

const reader = { now: '2026-11-23T02:45:00.000Z' };

describe('times as people say them', () => {
  it('has the hour of today, the day of another day, and the day alone where only a day is meant', () => {
    expect(at('2026-11-23T02:14:05.123Z', reader)).to.equal('02:14 UTC');
    expect(at('2026-11-22T23:59:59Z', reader)).to.equal('2026-11-22 23:59 UTC');
    expect(at('2027-02-20T00:00:00Z', reader)).to.equal('2027-02-20');
    expect(at('soon', reader)).to.equal('soon');
  });

  it('tells how long before, and nothing where it was not before', () => {
    expect(before('2026-11-23T00:14:00Z', '2026-11-23T02:14:00Z')).to.equal('2 h');
    expect(before('2026-11-23T02:14:00Z', '2026-11-23T02:14:00Z')).to.equal(undefined);
    expect(before('2026-11-23T02:14:00Z', undefined)).to.equal(undefined);
  });

  it('has the day of a period once, a minute once, and midnight as a time', () => {
    const said = (from: string, to: string): string => fromTo({ from, to }, reader);
    expect(said('2026-11-23T00:00:00Z', '2026-11-23T00:05:30Z')).to.equal('00:00 to 00:05 UTC');
    expect(said('2026-11-22T14:00:00Z', '2026-11-22T15:00:00Z')).to.equal('2026-11-22 14:00 to 15:00 UTC');
    expect(said('2026-11-22T14:00:00Z', '2026-11-22T14:00:04Z')).to.equal('2026-11-22 14:00 UTC');
    expect(said('2026-11-22T23:00:00Z', '2026-11-23T01:00:00Z')).to.equal('2026-11-22 23:00 UTC to 01:00 UTC');
  });

  it('says every time in a sentence: at an hour, on a day', () => {
    expect(inWords('It ended on 2026-11-23T01:00:00.000Z.', reader)).to.equal('It ended at 01:00 UTC.');
    expect(inWords('It ends on 2027-02-20T00:00:00Z.', reader)).to.equal('It ends on 2027-02-20.');
    expect(inWords('From 2026-11-22T01:00:00Z', reader)).to.equal('From 2026-11-22 01:00 UTC');
  });
});
