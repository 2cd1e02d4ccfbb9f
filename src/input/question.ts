import type { Readable } from 'node:stream';
import { defined, Trouble } from '../model/index.ts';
import type { Flow } from '../model/index.ts';
import { readErrorText } from './error-text.ts';

export type Question =
  | { readonly about: 'catalogue' }
  /** `word`: it was typed, so it may be the id of a cause. */
  | { readonly about: 'text'; readonly text: string; readonly word: boolean; readonly flow?: Flow };

type Flags = { readonly list: boolean; readonly flow?: Flow | undefined };

/** What `sf auth explain` is asked. Throws `Trouble` where there is nothing, or where it is asked two things. */
export const readQuestion = async (typed: string, { list, flow }: Flags, stdin: Readable): Promise<Question> => {
  if (list) {
    if (typed !== '') throw new Trouble('flags-clash', { a: '--list', b: typed });
    return { about: 'catalogue' };
  }
  if (typed.trim() === '') throw new Trouble('nothing-to-explain');
  const text = typed === '-' ? await readErrorText('-', stdin) : typed;
  return { about: 'text', text, word: typed !== '-', ...defined({ flow }) };
};
