import { expect } from 'chai';
import { explainAsked } from '../../../src/look/explain.ts';
import type { CauseId, Explanation, Refusal } from '../../../src/model/index.ts';
import { composeExplanation } from '../../../src/report/index.ts';
import { named } from '../../../src/report/explain/text-document.ts';
import { sayFrom } from '../../../src/report/say.ts';
import { suspecting } from '../../support/standing.ts';
import { words } from '../words.ts';

type About = Extract<Explanation, { about: 'text' }>;

const found = explainAsked({ about: 'text', text: 'invalid_grant: authentication failure', word: true });
const open: About = found.about === 'text' ? found : expect.fail();

const blocks = (more: Partial<About>) =>
  composeExplanation({ ...open, ...more }, words).flatMap(({ blocks: some }) => some);

const kinds = (more: Partial<About>, kind: 'headline' | 'list' | 'verbatim'): number =>
  blocks(more).filter((block) => block.kind === kind).length;

const items = (more: Partial<About>): readonly number[] =>
  blocks(more).flatMap((block) => (block.kind === 'list' ? [block.items.length] : []));

describe('what a text can mean', () => {
  it('is told at length for three causes, and of the others by their titles', () => {
    const of = (count: number): Partial<About> => ({ causes: open.causes.slice(0, count), lookAt: [] });
    expect([kinds(of(3), 'headline'), items(of(3))]).to.deep.equal([3, []]);
    expect([kinds(of(4), 'headline'), items(of(4))]).to.deep.equal([3, [1]]);
    expect([kinds(of(6), 'headline'), items(of(6))]).to.deep.equal([3, [3]]);
  });

  it('is looked for at five places at most, of each up to three causes by name', () => {
    const place = (at: number) => ({ place: `Place ${at}`, causes: ['user-frozen' as const] });
    const at = (count: number): Partial<About> => ({
      causes: open.causes.slice(0, 1),
      lookAt: Array.from({ length: count }, (_none, index) => place(index)),
    });
    expect([items(at(5)), items(at(6))]).to.deep.equal([[5], [5]]);
    const ids: readonly CauseId[] = ['user-frozen', 'user-inactive', 'ip-restricted', 'login-hours'];
    expect(named(ids.slice(0, 3), sayFrom(words, 'explain'))).to.equal('user-frozen, user-inactive and ip-restricted');
    expect(named(ids, sayFrom(words, 'explain'))).to.match(/^4 /u);
  });

  it('shows of what nobody knows three texts, each up to twenty lines', () => {
    const unknown = (text: string): Refusal => ({ ...suspecting(), text });
    const of = (count: number): Partial<About> => ({
      causes: [],
      refusals: Array.from({ length: count }, (_none, at) => unknown(`text ${at}`)),
    });
    expect([kinds(of(3), 'verbatim'), kinds(of(4), 'verbatim')]).to.deep.equal([3, 3]);
    const lines = (count: number): readonly string[] =>
      blocks({ causes: [], refusals: [unknown('line\n'.repeat(count).trimEnd())] }).flatMap((block) =>
        block.kind === 'verbatim' ? block.text.split('\n') : [],
      );
    expect([lines(20).length, lines(21).length]).to.deep.equal([20, 20]);
  });
});
