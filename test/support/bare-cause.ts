import type { Cause } from '../../src/model/index.ts';

/** A cause without the clues of the frame: only what a test gives it speaks. */
export const bareCause = (
  definition: Omit<Cause, 'sources' | 'explains'> & Partial<Pick<Cause, 'explains'>>,
): Cause => ({
  explains: [],
  sources: [],
  ...definition,
});
