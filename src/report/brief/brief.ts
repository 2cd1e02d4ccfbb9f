import type { Words } from '../../words/index.ts';
import { sayFrom } from '../say.ts';
import type { Say } from '../say.ts';
import type { Reader } from './when.ts';

/** What a short screen is made for: who reads it, when, in how many columns, and how the command ends. */
export type BriefPage = {
  readonly words: Words;
  /** Columns. */
  readonly width: number;
  readonly reader: Reader;
  /** How the command ends, and what that means. */
  readonly exit: { readonly code: number; readonly meaning: string };
  /** Whether `--last` can judge this run again. */
  readonly saved: boolean;
};

export type Brief = BriefPage & {
  /** Speaks from `messages/screen.md`. */
  readonly say: Say;
  /** Speaks from `messages/report.md`: what both screens say alike. */
  readonly also: Say;
};

export const briefFor = (page: BriefPage): Brief => ({
  ...page,
  say: sayFrom(page.words, 'screen'),
  also: sayFrom(page.words),
});
