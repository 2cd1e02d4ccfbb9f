import type { Completeness, FailuresOutcome, LoginFailures } from '../model/index.ts';

export type Weighed = Pick<LoginFailures, 'threshold' | 'spiking' | 'spikes' | 'silences'> & {
  readonly completeness: Completeness;
  /** Whether any row was found, in the window or before it: a filter that nothing ever met proves nothing. */
  readonly anyRow: boolean;
};

/**
 * What it comes to. Silence is never health: what was not seen whole is never "no alarm", and where an alarm was asked for, an
 * integration that stopped logging in is one.
 */
export const outcomeOf = (weighed: Weighed): FailuresOutcome => {
  const { threshold, spiking, spikes, silences, completeness, anyRow } = weighed;
  const asked = threshold !== undefined || spiking !== undefined;
  if (threshold?.state === 'exceeded' || spikes.length > 0 || (asked && silences.length > 0)) return 'alarm';
  const open = threshold?.state === 'undecided' || (spiking !== undefined && completeness.pastUnseen === true);
  if (!completeness.whole || open || !anyRow) return 'inconclusive';
  return asked ? 'no-alarm' : 'listed';
};
