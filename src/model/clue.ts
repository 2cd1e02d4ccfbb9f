import type { FactName, Facts } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Gate } from './gate.ts';
import type { Sign } from './sign.ts';

/**
 * What a cause reads in one or more facts. `read` is called only when every fact in `needs` is known, and reaches no other.
 * `about` tells whether it speaks of the failure that was seen (a past event) or of the state that is there now:
 * a sign about the failure can silence other signs about the failure, never a sign about the state.
 */
export type Clue = {
  readonly id: string;
  readonly needs: readonly FactName[];
  /** Facts that it reads where they are known: without them it says less, and leaves nothing undecided. */
  readonly also?: readonly FactName[];
  /** Where its signs stand, if not at the gate of its cause. */
  readonly gate?: Gate;
  readonly about: 'failure' | 'state';
  /** It can only take away certainty: that it was not read leaves nothing undecided. */
  readonly doubts?: true;
  /** The only flows in which it is read; while the flow is not known, it is not. Absent: those of its cause. */
  readonly flows?: readonly Flow[];
  /** It tells of a state that was there and was undone: a state that is not there now does not rule out what it suggests. */
  readonly outlives?: true;
  /** Where it rules the cause out, nothing of the state is read. */
  readonly bars?: true;
  readonly read: (facts: Facts) => Sign | undefined;
};

export const clue = <const K extends FactName>(
  id: string,
  needs: readonly K[],
  read: (facts: Pick<Facts, K>) => Sign | undefined,
): Clue => ({ id, needs, about: 'state', read });

export const clueAboutFailure = <const K extends FactName>(
  id: string,
  needs: readonly K[],
  read: (facts: Pick<Facts, K>) => Sign | undefined,
): Clue => ({ id, needs, about: 'failure', read });

/** A clue that can only cast doubt on what other clues prove. */
export const doubting = (one: Clue): Clue => ({ ...one, doubts: true });

export const clueOfDoubt = <const K extends FactName>(
  id: string,
  needs: readonly K[],
  read: (facts: Pick<Facts, K>) => Sign | undefined,
): Clue => doubting(clue(id, needs, read));

/** A clue that is read in some flows of its cause only. */
export const inFlows = (flows: readonly Flow[], one: Clue): Clue => ({ ...one, flows });

/** A clue that reads more where more is known. */
export const clueWith = <const K extends FactName, const A extends FactName>(
  id: string,
  { needs, also }: { readonly needs: readonly K[]; readonly also: readonly A[] },
  read: (facts: Pick<Facts, K> & Partial<Pick<Facts, A>>) => Sign | undefined,
): Clue => ({ id, needs, also, about: 'state', read });

/** A clue whose signs stand at another gate than its cause's. */
export const atGate = (gate: Gate, one: Clue): Clue => ({ ...one, gate });
