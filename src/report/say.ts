import type { Filling, Words } from '../words/index.ts';

/** The words of `messages/report.md`, or of another file. */
export type Say = {
  (key: string, filling?: Filling): string;
  /** `<key>.one` or `<key>.other`, by the number, which fills `{count}`. */
  readonly count: (key: string, count: number, filling?: Filling) => string;
  /** As the call, where there may be no words. */
  readonly maybe: (key: string) => string | undefined;
  /** A fact in a person's words: `messages/facts.md`. */
  readonly fact: (name: string) => string;
};

/** Speaks from one file of `messages/`. */
export const sayFrom = (words: Words, file = 'report'): Say => {
  const say = (key: string, filling?: Filling): string => words.text(file, key, filling);
  return Object.assign(say, {
    count: (key: string, count: number, filling: Filling = {}): string =>
      say(`${key}.${count === 1 ? 'one' : 'other'}`, { ...filling, count }),
    maybe: (key: string): string | undefined => words.find(file, key),
    // Of what no fact would tell, the cause and its clue stand in the place of a name.
    fact: (name: string): string => (name.includes('.') ? say('blind.untold') : words.text('facts', name)),
  });
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `a, b and c`. */
export const listed = (items: readonly string[]): string => list.format(items);
