import type { Actor } from '../../../model/index.ts';
import type { Words } from '../../../words/index.ts';
import type { Reader } from '../../brief/when.ts';
import { sayFrom } from '../../say.ts';
import type { Say } from '../../say.ts';

/** What a short screen of failed logins is made for. */
export type FailuresPage = {
  readonly words: Words;
  /** Columns. */
  readonly width: number;
  readonly reader: Reader;
  /** How the command ends, and what that means. */
  readonly exit: { readonly code: number; readonly meaning: string };
};

export type FailuresBrief = FailuresPage & {
  /** Speaks from `messages/failures-screen.md`. */
  readonly say: Say;
  /** Speaks from `messages/loginhistory.md`: what both screens say alike. */
  readonly also: Say;
  /** Who must act, in words. */
  readonly actor: (who: Actor) => string;
};

export const failuresBriefFor = (page: FailuresPage): FailuresBrief => ({
  ...page,
  say: sayFrom(page.words, 'failures-screen'),
  also: sayFrom(page.words, 'loginhistory'),
  actor: (who) => page.words.text('report', `actor.${who}`),
});
