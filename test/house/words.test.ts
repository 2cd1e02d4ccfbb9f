import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { actors, factNames } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const kinds = ['proves', 'suggests', 'rules-out', 'foretells', 'tells', 'untold'] as const;

/** Every placeholder of a text, filled with itself: what is asked here is only whether there are words. */
const raw = (file: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(`messages/${file}.md`, 'utf8')
      .split(/^#(?!#)[ \t]*/mu)
      .slice(1)
      .map((block) => [block.split('\n', 1)[0]!.trim(), block.slice(block.indexOf('\n')).trim()] as const),
  );

const generic = raw('clues');

describe('law 2: words', () => {
  for (const { id, clues, remedies } of causes) {
    const own = raw(`cause.${id}`);

    it(`${id}: has a title, a meaning, a why, and says how to verify`, () => {
      for (const key of ['title', 'meaning', 'why', 'verify', 'said-by-salesforce'])
        expect(own.get(key) ?? '', key).to.not.equal('');
      expect(own.get('title'), 'a title is one line').to.not.include('\n');
    });

    it(`${id}: every clue and every remedy has its words`, () => {
      for (const { id: clue } of clues) {
        const spoken = kinds.filter((kind) => own.has(`clue.${clue}.${kind}`) || generic.has(`clue.${clue}.${kind}`));
        expect(spoken, clue).to.not.deep.equal([]);
      }
      for (const { id: remedy, who } of remedies) {
        expect(own.get(`remedy.${remedy}.title`) ?? '', remedy).to.not.equal('');
        expect(own.get(`remedy.${remedy}.steps`) ?? '', remedy).to.match(/^(?:-|\d+\.) /u);
        expect(actors).to.include(who);
      }
      expect(remedies, 'a cause without a cure helps nobody').to.not.have.lengthOf(0);
    });

    it(`${id}: no words for a clue or a remedy that is not there`, () => {
      const named = new Set([
        ...clues.map((clue) => `clue.${clue.id}`),
        ...remedies.map((remedy) => `remedy.${remedy.id}`),
      ]);
      const strays = [...own.keys()].filter(
        (key) => /^(?:clue|remedy)\./u.test(key) && !named.has(key.split('.').slice(0, 2).join('.')),
      );
      expect(strays).to.deep.equal([]);
    });
  }

  it('every fact has a name, and every name a fact', () => {
    expect(words.keys('facts').toSorted()).to.deep.equal(factNames.toSorted());
  });

  it('no words hold what a program leaves behind', () => {
    for (const file of words.files()) {
      for (const [key, text] of raw(file)) {
        expect(text, `${file}.md: ${key}`).to.not.match(/undefined|\[object|\bTODO\b/u);
        if (!file.startsWith('auth.')) expect(text, `${file}.md: ${key}`).to.not.match(/%[sdj]/u);
      }
    }
  });

  it("the CLI's own reader and ours read the same", async () => {
    const { Messages } = await import('@salesforce/core');
    Messages.importMessagesDirectory(process.cwd());
    for (const { id } of causes) {
      const messages = Messages.loadMessages('sf-plugin-auth-doctor', `cause.${id}`);
      expect(messages.getMessage('title'), id).to.equal(words.text(`cause.${id}`, 'title'));
    }
  });
});
