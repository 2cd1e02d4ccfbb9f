import { clueAboutFailure, proves, suggests } from '../model/index.ts';
import type { CauseId, Clue } from '../model/index.ts';
import { isNamed } from './named.ts';

/**
 * Something that is no username by its shape was given as the username. It may be mistyped for us alone, so it proves only where
 * a wording points there.
 */
export const notAUsername = (id: CauseId): Clue =>
  clueAboutFailure('not-a-username', ['swapped', 'refusals'], ({ swapped, refusals }) => {
    const found = swapped.find(({ given }) => given === 'username');
    if (found === undefined) return undefined;
    const values = { shape: found.shape.replaceAll('-', ' ') };
    return isNamed(refusals, id) ? proves(values) : suggests(values);
  });
