import type { CauseId } from './cause-id.ts';
import type { BlindSpot } from './diagnosis.ts';
import type { Sign, Values } from './sign.ts';

/** Turns ids into sentences. The engine reports by id; the words come in from the edge. */
export type Speaker = {
  /** `proofs`: the clues that prove it. One of them may have a title of its own, where the cause has several faces. */
  readonly cause: (
    id: CauseId,
    proofs?: readonly string[],
  ) => { readonly title: string; readonly meaning: string; readonly verify?: string };
  readonly sign: (id: CauseId, clue: string, kind: Sign['kind'], values: Values) => string;
  readonly remedy: (
    id: CauseId,
    remedy: string,
    values: Values,
  ) => { readonly title: string; readonly steps: readonly string[]; readonly command?: string; readonly risk?: string };
  readonly blindSpot: (spot: Omit<BlindSpot, 'text' | 'causes'>) => string;
};
