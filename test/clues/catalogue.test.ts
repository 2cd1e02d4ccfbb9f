import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { withoutSecrets } from '../../src/recognition/index.ts';
import { judge } from '../../src/diagnosis/index.ts';
import { flows, placeholders } from '../../src/model/index.ts';
import type { Facts } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const words = loadWords();
const kinds = ['proves', 'suggests', 'rules-out', 'foretells', 'tells', 'untold'];
const filling = new Proxy<Record<string, string>>({}, { get: (_target, name) => `<${String(name)}>` });

/** Fills every hole, and remembers which were asked for. */
const listening = (): { asked: string[]; filling: Record<string, string> } => {
  const asked: string[] = [];
  const get = (_target: object, name: string | symbol): string => {
    asked.push(String(name));
    return '-';
  };
  return { asked, filling: new Proxy<Record<string, string>>({}, { get }) };
};

describe('the catalogue', () => {
  it('sees nothing wrong, and nothing unread, in an integration that works', () => {
    for (const cause of causes) {
      const { standing, signs, unread } = judge(cause, evidence(healthy));
      expect(['ruled-out', 'no-sign'], `${cause.id}: ${signs.map(({ clue }) => clue.id).join()}`).to.include(standing);
      expect(unread, cause.id).to.deep.equal([]);
    }
  });

  it('suspects nothing where nothing is known', () => {
    const blind: Partial<Facts> = { refusals: [] };
    const calm = ['no-sign', 'undecided', 'ruled-out'];
    for (const cause of causes) expect(calm, cause.id).to.include(judge(cause, evidence(blind)).standing);
  });

  it('fills only words that are filled, with what a remedy can know', () => {
    const known = Object.keys(placeholders);
    const setupKnows = [...known, 'appPolicies', 'appSettings'];
    for (const cause of causes) {
      const file = `cause.${cause.id}`;
      for (const key of words.keys(file).filter((one) => !one.startsWith('clue.'))) {
        const { asked, filling: ask } = listening();
        words.text(file, key, ask);
        expect(key.startsWith('remedy.') ? known : [], `${file}: ${key}`).to.include.members(asked);
      }
      for (const { setup = '' } of cause.remedies) {
        expect(setupKnows, cause.id).to.include.members([...setup.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name));
      }
    }
  });

  it('gives each clue of a cause an id of its own, and words', () => {
    for (const cause of causes) {
      const ids = cause.clues.map(({ id }) => id);
      expect(new Set(ids).size, cause.id).to.equal(ids.length);
      const worded = new Set([...words.keys(`cause.${cause.id}`), ...words.keys('clues')]);
      for (const id of ids)
        expect(
          kinds.some((kind) => worded.has(`clue.${id}.${kind}`)),
          `${cause.id}: ${id}`,
        ).to.equal(true);
    }
  });

  it('has no word that nothing says', () => {
    for (const cause of causes) {
      const ids = new Set([
        ...cause.clues.map(({ id }) => `clue.${id}`),
        ...cause.remedies.map(({ id }) => `remedy.${id}`),
      ]);
      const known = new Set(['title', 'meaning', 'why', 'said-by-salesforce', 'verify']);
      // A flow may have words of its own.
      const ofAll = (key: string): string => key.replace(new RegExp(`\\.(?:${flows.join('|')})$`, 'u'), '');
      const idle = words
        .keys(`cause.${cause.id}`)
        .map(ofAll)
        .filter((key) => !known.has(key) && !ids.has(key.slice(0, key.lastIndexOf('.'))));
      expect(idle, cause.id).to.deep.equal([]);
    }
  });

  it('words every cause and remedy', () => {
    for (const cause of causes) {
      const file = `cause.${cause.id}`;
      for (const key of ['title', 'meaning', 'why', 'said-by-salesforce', 'verify']) {
        expect(words.text(file, key), `${file}: ${key}`).to.not.equal('');
      }
      expect(words.text(file, 'title'), file).to.not.match(/[.\n]$|\n/u);
      for (const { id } of cause.remedies) {
        expect(words.text(file, `remedy.${id}.title`, filling), `${file}: ${id}`).to.not.equal('');
        expect(words.list(file, `remedy.${id}.steps`, filling), `${file}: ${id}`).to.not.have.lengthOf(0);
      }
    }
  });

  it('explains in one direction only', () => {
    const seen = new Map(causes.map(({ id, explains }) => [id, explains]));
    for (const { id, explains } of causes) {
      for (const other of explains) expect(seen.get(other) ?? [], `${id} and ${other}`).to.not.include(id);
    }
  });

  it('is taken for no secret by the layer that every output goes through', () => {
    for (const file of words.files().filter((name) => name.startsWith('cause.') || name === 'clues'))
      for (const key of words.keys(file)) {
        const text = words.text(file, key, listening().filling);
        expect(withoutSecrets(text), `${file}: ${key}`).to.equal(text);
      }
  });
});
