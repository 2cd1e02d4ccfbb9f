import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { explain } from '../../src/index.ts';
import { pageMarkdown } from '../../src/report/explain/page-markdown.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

describe('explain', () => {
  it('knows no page for an id that there is not', () => {
    for (const id of ['', 'user-frozn', 'constructor', '__proto__', 'USER-FROZEN'])
      expect(explain(id)).to.equal(undefined);
  });

  it('tells who must act, and what to do', () => {
    const page = explain('user-frozen');
    expect(page).to.include({ id: 'user-frozen', gate: 'user-state', title: 'The user is frozen' });
    expect(page?.remedies[0]).to.include({ id: 'unfreeze', who: 'org-admin', title: 'Unfreeze the user' });
    expect(page?.remedies[0]?.command).to.include('<user id>');
  });

  for (const { id } of causes) {
    it(`${id}: the page of docs/causes, as plain data`, () => {
      const page = explain(id);
      if (page === undefined) throw new Error('no page');
      expect(JSON.parse(JSON.stringify(page))).to.deep.equal(page);
      expect(JSON.stringify(page)).not.to.match(/\{[a-z]+[A-Z]?[a-z]*\}|undefined/u);
      expect(page.more.map(({ url }) => url).filter((url) => !URL.canParse(url))).to.deep.equal([]);
      expect(readFileSync(`docs/causes/${id}.md`, 'utf8').startsWith(pageMarkdown(page, words))).to.equal(true);
    });
  }
});
