import type { Diagnosis, Explanation } from '../model/index.ts';
import type { Words } from '../words/index.ts';

/** The only place that gives exit codes; `--help` prints them from here. */
export const exitCodes = {
  healthy: 0,
  toolFailed: 1,
  wrongUsage: 2,
  causeFound: 3,
  inconclusive: 4,
  transient: 5,
} as const;

export const thresholds = ['blocks', 'later', 'never'] as const;

/** From which findings on a diagnosis fails. */
export type Threshold = (typeof thresholds)[number];

/** The same in every format. */
export const exitCodeOf = ({ outcome, findings }: Diagnosis, failOn: Threshold): number => {
  if (failOn === 'never') return exitCodes.healthy;
  if (outcome === 'inconclusive') return exitCodes.inconclusive;
  if (outcome === 'transient') return exitCodes.transient;
  if (outcome === 'cause-found') return exitCodes.causeFound;
  return failOn === 'later' && findings.length > 0 ? exitCodes.causeFound : exitCodes.healthy;
};

/** A page or a list was asked for and is there. A text ends as `sf auth doctor` ends with the same text alone. */
export const exitCodeOfExplanation = (explanation: Explanation): number => {
  if (explanation.about !== 'text') return exitCodes.healthy;
  const [first] = explanation.causes;
  if (first?.standing !== 'confirmed') return exitCodes.inconclusive;
  return first.transient ? exitCodes.transient : exitCodes.causeFound;
};

/** Code and meaning, for help. */
export const exitCodeHelp = (words: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(exitCodes).map(([name, code]) => [String(code), words.text('exit-codes', name)]));
