import { expect } from 'chai';
import fc from 'fast-check';
import { skewOf } from '../../../src/evidence/login/clock-skew.ts';

const at = Date.UTC(2026, 10, 23, 12);
const header = (epoch: number): string => new Date(epoch).toUTCString();

describe('skewOf', () => {
  it('is positive where the local clock is ahead, negative where it is behind', () => {
    expect(skewOf({ date: header(at), asked: at + 300_400, answered: at + 300_600 })).to.equal(300_000);
    expect(skewOf({ date: header(at), asked: at - 240_300, answered: at - 240_100 })).to.equal(-241_000);
  });

  it('is zero for clocks that agree, however long the way and wherever in its second the server stands', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(20_000), fc.nat(20_000), (within, there, back) => {
        const server = at + within;
        expect(skewOf({ date: header(server), asked: server - there, answered: server + back })).to.equal(0);
      }),
    );
  });

  it('is off by no more than half the round trip and a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e7, max: 1e7 }),
        fc.nat(999),
        fc.nat(5000),
        fc.nat(5000),
        (skew, within, there, back) => {
          const server = at + within;
          const found = skewOf({ date: header(server), asked: server - there + skew, answered: server + back + skew });
          expect(Math.abs((found ?? NaN) - skew)).to.be.at.most(there + back + 1000);
        },
      ),
    );
  });

  it('is not told by a header that is no date', () => {
    expect(skewOf({ date: 'yesterday', asked: at, answered: at })).to.equal(undefined);
  });
});
