import { expect } from 'chai';
import { roads } from '../../src/clues/roads.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const said = (name: string): string =>
  roads([{ via: 'profile', name }])
    .map((part) => words.text('clues', `list.${part.say}`, part.values))
    .join();

describe('the roads by which something reaches a user', () => {
  it('name a profile, and of one that is known by its id only the right that shows its name', () => {
    expect(said('Integration')).to.equal('profile Integration');
    for (const id of ['00e000000000001AAA', '00e000000000001'])
      expect(said(id)).to.equal(`profile ${id} (only "View All Profiles" shows its name)`);
    expect(said('00e is no id')).to.equal('profile 00e is no id');
  });
});
