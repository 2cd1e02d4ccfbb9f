import { expect } from 'chai';
import fc from 'fast-check';
import { firstKey, keyAt, readLetters } from '../../src/recognition/reading/letters.ts';
import { remembered } from '../../src/recognition/reading/remembered.ts';
import { makeWordSearch } from '../../src/recognition/reading/words-in.ts';
import { plain } from '../../src/recognition/wrappers/plain.ts';

const textOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

describe('many words looked for at once', () => {
  const words = ['ok ', 'not ok ', 'PASS', 'PASSED', ' named ', ' probe', '] "', 'a.b', '(x', '✔'];
  const wordsIn = makeWordSearch(words);

  it('stand where a look for each would find them, one in another and one behind another', () => {
    fc.assert(
      fc.property(textOf(...words, ' ', 'PASSE', 'n', 'named probe', 'a-b', '\n'), (text) => {
        const stands = wordsIn(text);
        expect(words.filter(stands)).to.deep.equal(words.filter((word) => text.includes(word)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the letters of a text', () => {
  it('know where each word begins, and its first letters, however short the words are', () => {
    fc.assert(
      fc.property(textOf('a', 'B', '-', '7', '%41', '&#66;', String.raw`\n`, '\n', 'é'), (text) => {
        const { codes, starts, length, words, keys } = readLetters(text);
        const places = [...starts.subarray(0, length).keys()].filter((place) => starts[place] === 1);
        expect([...words]).to.deep.equal(places);
        expect([...keys]).to.deep.equal(places.map((place) => keyAt(codes, place)));
      }),
      { numRuns: 500 },
    );
  });

  it('begin a word with each letter where lower case turns to upper', () => {
    expect([...readLetters('aB').words]).to.deep.equal([0, 1]);
    expect([...readLetters('aBaBaB').words]).to.deep.equal([0, 1, 3, 5]);
  });
});

describe('a value as a person reads it', () => {
  it('is itself where nothing in it has to be undone', () => {
    for (const value of [
      'inactive user',
      "user hasn't approved this consumer",
      'ip restricted (a: b, c; d) [e] ~^_`{|}',
    ])
      expect(plain(value)).to.equal(value);
  });

  it('is another where one thing has to be, wherever it stands', () => {
    const changed = [
      ' a',
      'a ',
      'a  b',
      'a\tb',
      'a\nb',
      'a%20b',
      'a+b',
      String.raw`a\nb`,
      'a&amp;b',
      'a’b',
      'a\u00a0b',
    ];
    for (const value of changed) expect(plain(value), JSON.stringify(value)).not.to.equal(value);
  });
});

describe('what is remembered', () => {
  it('is asked for once, even where there is nothing', () => {
    const asked: string[] = [];
    const ask = remembered((text) => {
      asked.push(text);
      return text === 'a' ? undefined : text.length;
    });
    expect(['a', 'bb', 'a', 'bb'].map(ask)).to.deep.equal([undefined, 2, undefined, 2]);
    expect(asked).to.deep.equal(['a', 'bb']);
  });
});

describe('the first letters of a wording', () => {
  it('are those that the whole of it is read to, or left to that', () => {
    const odd = textOf(
      'a',
      'B',
      '7',
      '-',
      ' ',
      '%41',
      '&#66;',
      String.raw`\n`,
      '\n',
      'é',
      'web | ',
      '2026-11-20 10:00 ',
    );
    fc.assert(
      fc.property(odd, (text) => {
        const { codes, length } = readLetters(text);
        const key = firstKey(text);
        if (key !== undefined) expect(key).to.equal(keyAt(codes.subarray(0, length), 0));
        if (/^[a-z7]{3}[^|]*$/isu.test(text)) expect(key === undefined).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });

  it('are none where there are too few', () => {
    expect(['', 'ab', 'a-', '%41bcd'].map(firstKey)).to.deep.equal([undefined, undefined, undefined, undefined]);
  });
});
