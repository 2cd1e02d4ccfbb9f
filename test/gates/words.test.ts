import { expect } from 'chai';
import { gates, needNames } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

describe('the words of the gates', () => {
  it('every gate has a name, and no other has', () => {
    const named = words.keys('gates').filter((key) => key.startsWith('gate.'));
    expect(named.toSorted()).to.deep.equal(gates.map((gate) => `gate.${gate}`).toSorted());
  });

  it('the help names every combination of needs', () => {
    const help = words.text('auth.connectedapp.check', 'flags.needs.description');
    for (const name of needNames.filter((one) => one.includes('-') && one !== 'custom-permissions'))
      expect(help).to.include(name);
  });
});
