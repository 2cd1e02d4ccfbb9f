import { expect } from 'chai';
import { survivorsOf } from '../../../scripts/mutants/survivors.ts';
import type { Tried } from '../../../scripts/mutants/survivors.ts';

const mutant = (status: Tried['status'], line = 7): Tried => ({
  ...{ file: 'src/a.ts', line, from: 'a < b', to: 'a <= b', status },
});
const known = { file: 'src/a.ts', from: 'a < b', to: 'a <= b', why: 'They are never equal.' };

describe('mutants that were tried', () => {
  it('what no test kills, or meets, is open until it is explained', () => {
    const alive = [mutant('Survived'), mutant('NoCoverage', 9)];
    const dead = [mutant('Killed'), mutant('Timeout')];
    expect(survivorsOf([...alive, ...dead], [])).to.deep.equal({ open: alive, explained: [], stale: [] });
    expect(survivorsOf(alive, [known])).to.deep.equal({ open: [], explained: alive, stale: [] });
    const other = { ...known, to: 'a > b' };
    expect(survivorsOf(alive, [other])).to.deep.equal({ open: alive, explained: [], stale: [] });
  });

  it('an explanation of what is killed is told, and one of what was not tried is not', () => {
    expect(survivorsOf([mutant('Killed')], [known]).stale).to.deep.equal([known]);
    expect(survivorsOf([mutant('Killed'), mutant('Survived', 9)], [known]).stale).to.deep.equal([]);
    expect(survivorsOf([], [known]).stale).to.deep.equal([]);
  });
});
