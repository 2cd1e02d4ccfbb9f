import { expect } from 'chai';
import { addPeriod, newest, oldest, span, wholeDays, wholeMinutes } from '../../src/clues/times.ts';

describe('times', () => {
  it('measures forwards and backwards', () => {
    expect(span('2026-11-23T00:00:00Z', '2026-11-23T00:00:01.500Z')).to.equal(1500);
    expect(span('2026-11-23T00:00:01Z', '2026-11-23T00:00:00Z')).to.equal(-1000);
    expect(wholeMinutes('2026-11-23T00:00:00Z', '2026-11-23T00:01:59Z')).to.equal(1);
    expect(wholeDays('2026-11-23T00:00:00Z', '2026-11-24T23:00:00Z')).to.equal(1);
  });

  it('adds hours, days and calendar months', () => {
    expect(addPeriod('2026-11-23T02:00:00Z', { period: 36, unit: 'hours' })).to.equal('2026-11-24T14:00:00Z');
    expect(addPeriod('2026-11-23T02:00:00Z', { period: 30, unit: 'days' })).to.equal('2026-12-23T02:00:00Z');
    expect(addPeriod('2026-11-23T02:00:00.000Z', { period: 3, unit: 'months' })).to.equal('2027-02-23T02:00:00Z');
  });

  it('finds the newest and the oldest, whatever their spelling, and none of none', () => {
    const times = ['2026-11-23T00:00:00Z', undefined, '2026-11-23T00:00:00.500Z', '2026-11-22T00:00:00Z'];
    expect(newest(times)).to.equal('2026-11-23T00:00:00.500Z');
    expect(oldest(times)).to.equal('2026-11-22T00:00:00Z');
    expect(newest([undefined])).to.equal(undefined);
  });
});
