import { expect } from 'chai';
import { kinds, wordings } from '../../bench/recognition/texts.ts';
import type { TextKind } from '../../bench/recognition/texts.ts';
import { recognizeRefusals, withoutSecrets } from '../../src/recognition/index.ts';
import { makeLexicon, scan } from '../../src/recognition/reading/lexicon.ts';
import { readLetters } from '../../src/recognition/reading/letters.ts';
import { nearest, nearestOne } from '../../src/recognition/reading/mark.ts';
import { stepsOf } from './work.ts';

/** Longer than any window that is looked at round a place, so that those have their full size at both lengths. */
const short = 16_000;
const times = 4;
/** Four times the text may take four times the steps, and a little for what is cut off at its end. */
const allowed = times * 1.25;
const mostSteps = 320;

const expectLinear = (kind: TextKind, work: (text: string) => unknown): void => {
  const few = stepsOf(() => work(kind.make(short)));
  const many = stepsOf(() => work(kind.make(times * short)));
  expect(many / few, `${kind.name}: ${few} steps, then ${many}`).to.be.lessThan(allowed);
  expect(many / (times * short), `${kind.name}: steps a character`).to.be.lessThan(mostSteps);
};

/** One wording of each entry, provider and meaning (what is said before the colon), eight to a text. */
const together = 8;
const oneOfEach = [...new Map(wordings.map((kind) => [kind.name.split(': ')[0], kind] as const)).values()];
const groups = Array.from({ length: Math.ceil(oneOfEach.length / together) }, (_none, group): TextKind => {
  const members = oneOfEach.slice(group * together, (group + 1) * together);
  const piece = members.map(({ make }) => make(80)).join('\n');
  return {
    name: members.map(({ name }) => name).join(', '),
    make: (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
  };
});

describe('the steps of recognition', () => {
  it('are counted: a search in a search shows', () => {
    const quadratic = (text: string): boolean => Array.from(text).every((_char, at) => text.slice(at).includes(''));
    expect(() => expectLinear({ name: 'x', make: (length) => 'x'.repeat(length / 10) }, quadratic)).to.throw('steps');
  });

  for (const kind of kinds) {
    it(`grow no faster than the text: ${kind.name}`, () => {
      expectLinear(kind, recognizeRefusals);
      expectLinear(kind, withoutSecrets);
    });
  }

  it('grow no faster than the text, whichever wording is repeated', () => {
    for (const kind of groups) expectLinear(kind, recognizeRefusals);
  });

  it('look at no more letters from a place than the longest wording has', () => {
    const lexicon = makeLexicon(() => [
      ['invalid grant', 1],
      ['invalid', 2],
    ]);
    const letters = readLetters('invalid '.repeat(500));
    let reads = 0;
    const codes = new Proxy(letters.codes, {
      get: (target, name) => {
        reads += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
    expect(scan(lexicon, { ...letters, codes })).to.have.length(500);
    expect(reads).to.be.lessThan('invalidgrant'.length * 500 * 2);
  });

  it('look at neighbours only, however many marks there are', () => {
    const marks = Array.from({ length: 10_000 }, (_none, at) => ({ value: at, start: at * 10, end: at * 10 + 3 }));
    expect(stepsOf(() => nearest(marks, 50_000, 50_003, 1_000_000))).to.be.lessThan(600);
    expect(nearestOne(marks, 50_001, 50_003, 5)).to.equal(nearest(marks, 50_001, 50_003, 5)[0]);
    expect(nearestOne(marks, 50_005, 50_005, 1)).to.equal(undefined);
  });
});
