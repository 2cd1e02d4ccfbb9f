import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { judge, judgeAgain, judgeAll } from '../../src/diagnosis/index.ts';
import { factNames, unknown } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const seen = evidence(healthy);

describe('judge again', () => {
  for (const name of factNames)
    it(`comes to what judging anew comes to, where ${name} is another`, () => {
      const to = { ...seen, [name]: unknown('not-asked') };
      for (const cause of causes)
        expect(judgeAgain(judge(cause, seen), { from: seen, to }), cause.id).to.deep.equal(judge(cause, to));
    });

  it('stands in the order of the ids, whatever came first', () => {
    const ids = causes.map(({ id }) => id).toSorted();
    for (const some of [causes, causes.toReversed()])
      expect(judgeAll({ evidence: seen, causes: some }).map(({ cause }) => cause.id)).to.deep.equal(ids);
  });

  it('reads no fact again that is the same', () => {
    const [cause] = causes;
    const judgement = judge(cause!, seen);
    expect(judgeAgain(judgement, { from: seen, to: { ...seen } })).to.equal(judgement);
  });
});
