import { briefFor } from '../../brief/brief.ts';
import type { Brief, BriefPage } from '../../brief/brief.ts';
import { sayFrom } from '../../say.ts';
import type { Say } from '../../say.ts';

/** The short screen of a check. `say` speaks from `messages/check-screen.md`. */
export type CheckBrief = Omit<Brief, 'say'> & {
  readonly say: Say;
  /** As the doctor's short screen. */
  readonly doctor: Brief;
  /** Speaks from `messages/gates.md`. */
  readonly gates: Say;
};

export const checkBriefFor = (page: BriefPage): CheckBrief => {
  const doctor = briefFor(page);
  return { ...doctor, doctor, say: sayFrom(page.words, 'check-screen'), gates: sayFrom(page.words, 'gates') };
};
