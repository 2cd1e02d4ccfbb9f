import { expect } from 'chai';
import fc from 'fast-check';
import { allowance, pace, usualBudget } from '../../src/waiting/index.ts';
import { untilAllowed } from '../../src/waiting/allowance.ts';
import { lastStep, pauseAt, plainPause, timeOf } from '../../src/waiting/pace.ts';

const step = fc.integer({ min: 0, max: 100 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the pauses between tries', () => {
  it('begin at the floor, grow by the factor, and stay at the ceiling', () => {
    expect(plainPause(0)).to.equal(pace.floorMs);
    expect(plainPause(5) / plainPause(4)).to.be.closeTo(pace.factor, 1e-9);
    expect(plainPause(lastStep)).to.equal(pace.ceilingMs);
    expect(plainPause(lastStep - 1)).to.be.below(pace.ceilingMs);
    expect(plainPause(10_000)).to.equal(pace.ceilingMs);
  });

  it('leave neither floor nor ceiling, whatever the jitter', () => {
    fc.assert(
      fc.property(step, share, (at, random) => {
        expect(pauseAt(at, random)).to.be.within(pace.floorMs, pace.ceilingMs);
        expect(pauseAt(at, random) / plainPause(at)).to.be.within(1 - pace.jitter - 1e-9, 1 + pace.jitter + 1e-9);
      }),
    );
  });

  it('differ between pipelines that start together', () => {
    expect(pauseAt(10, 0.1)).to.not.equal(pauseAt(10, 0.9));
  });

  it('take together what each of them takes', () => {
    const summed = (from: number, pauses: number): number =>
      Array.from({ length: pauses }, (_one, index) => plainPause(from + index)).reduce((sum, pause) => sum + pause, 0);
    fc.assert(
      fc.property(step, fc.nat(200), (from, pauses) => {
        expect(timeOf(from, pauses)).to.be.closeTo(summed(from, pauses), 1e-3);
      }),
    );
  });
});

describe('the allowance', () => {
  it('is 25 for each 15 minutes that were begun', () => {
    expect([1, 15, 16, 30, 60].map(usualBudget)).to.deep.equal([25, 25, 50, 50, 100]);
  });

  it('holds the next request back until the 25th before it is over 15 minutes old', () => {
    const asked = Array.from({ length: 25 }, (_one, index) => index * 1000);
    expect(untilAllowed(asked.slice(1), 30_000)).to.equal(0);
    expect(untilAllowed(asked, 30_000)).to.equal(allowance.ms + 1 - 30_000);
    expect(untilAllowed(asked, allowance.ms + 1)).to.equal(0);
  });
});
