import { loadWords } from '../words/index.ts';

/** The words of this package, read from `messages/` when they are first asked for. */
export const words = loadWords();
