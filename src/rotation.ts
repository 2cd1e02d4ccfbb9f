import { Lifecycle } from '@salesforce/core/lifecycle';
import type { Rotation } from './oauth/index.ts';
import { Trouble } from './model/index.ts';
import type { Words } from './words/index.ts';

/** A trouble that does not end the work: its sentence, and what to do. */
const sentences = ({ key, values }: Trouble, words: Words): string =>
  [words.text('trouble', key, values), ...words.list('trouble', `${key}.actions`, values)].join(' ');

/** Says what became of the refresh token that an attempt sent. Throws `Trouble` where the new one is lost. */
export const tellRotation = async (rotation: Rotation, login: string, words: Words): Promise<void> => {
  if (rotation === 'lost') throw new Trouble('rotated-token-lost', { login });
  if (rotation === 'unknown')
    await Lifecycle.getInstance().emitWarning(sentences(new Trouble('rotated-token-unknown', { login }), words));
};

/** To someone who wants to end the command while the new token may be on its way. At once, so not as a warning, which comes at the end. */
export const tellHeld = (login: string, words: Words): void => {
  process.stderr.write(`${sentences(new Trouble('attempt-under-way', { login }), words)}\n`);
};
