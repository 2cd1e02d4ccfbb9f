import { loadWords } from '../../src/words/index.ts';
import type { Words } from '../../src/words/index.ts';

const real = loadWords();

/** The product's words, but for the facts, which are worded elsewhere: `loginRows` is "the login rows" here. */
export const words: Words = {
  ...real,
  text: (file, key, filling) =>
    file === 'facts'
      ? `the ${key.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}`
      : real.text(file, key, filling),
};
