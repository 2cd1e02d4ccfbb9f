import { expect } from 'chai';
import {
  evenly,
  evenlyInOrder,
  measure,
  never,
  oneByOne,
  overshootRatios,
  quantile,
  type Draw,
} from '../../bench/waiting/measure.ts';

/** The same numbers as `node bench/waiting.ts`, on a clock of its own: a thousand propagation times each. */
const options = { runs: 1000, seed: 1, minutes: 15 };

describe('how far the waiter is from the earliest possible moment', () => {
  const spreads: ReadonlyArray<readonly [string, Draw]> = [
    ['evenly between 0 and 15 minutes', evenly(0, 15)],
    ['evenly between 2 and 10 minutes', evenly(2, 10)],
    ['10 seconds to 15 minutes, each order alike', evenlyInOrder(1 / 6, 15)],
  ];
  for (const [name, draw] of spreads)
    it(`${name}: median below a fifth of the wait, at most 25 requests`, async () => {
      const runs = await measure(draw, options);
      expect(quantile(overshootRatios(runs), 0.5)).to.be.below(0.2);
      expect(Math.max(...runs.map(({ requests }) => requests))).to.be.at.most(25);
      // Only what comes in the last seconds, too late to be confirmed, is missed.
      const missed = runs.filter(({ ready }) => !ready);
      expect(missed.filter(({ spreadMs }) => spreadMs < 890_000)).to.deep.equal([]);
      expect(runs.every(({ overshootMs, ready }) => !ready || overshootMs >= 0)).to.equal(true);
    });

  it('asks at most 25 times where the app never comes', async () => {
    const runs = await measure(never, options);
    expect(runs.some(({ ready }) => ready)).to.equal(false);
    expect(Math.max(...runs.map(({ requests }) => requests))).to.be.at.most(25);
  });

  it('is fooled less by hosts that disagree, the more good answers in a row are wanted', async () => {
    const early = async (stable: number): Promise<number> =>
      (await measure(oneByOne(2, 10), { ...options, stable })).filter(({ overshootMs }) => overshootMs < 0).length;
    const [one, two, four] = [await early(1), await early(2), await early(4)];
    expect(one).to.be.above(two);
    expect(two).to.be.above(four);
  });
});
