import type { Rotation } from '../oauth/index.ts';
import { Trouble } from '../model/index.ts';
import { sentences, warn } from './tell.ts';
import type { Words } from '../words/index.ts';

/** Says what became of the refresh token that an attempt sent. Throws `Trouble` where the new one is lost. */
export const tellRotation = async (rotation: Rotation, login: string, words: Words): Promise<void> => {
  if (rotation === 'lost') throw new Trouble('rotated-token-lost', { login });
  if (rotation === 'unknown') await warn(sentences(new Trouble('rotated-token-unknown', { login }), words));
};

/** To someone who wants to end the command while the new token may be on its way. */
export const saidHeld = (login: string, words: Words): string =>
  sentences(new Trouble('attempt-under-way', { login }), words);
