import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { Diagnosis, Evidence } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

export const judged = (evidence: Evidence): Diagnosis => diagnose({ evidence, causes, speaker, cost });

const confirmed = ({ findings }: Diagnosis): readonly string[] =>
  findings.filter(({ standing, role }) => standing === 'confirmed' && role !== 'later').map(({ cause }) => cause);

/**
 * What is wrong with a diagnosis of which something was kept: a cause that is not confirmed where all is seen, or "healthy" where it is not.
 * Undefined: the same, or honestly less.
 */
export const dishonesty = (less: Diagnosis, all: Diagnosis): string | undefined => {
  const wrong = confirmed(less).filter((cause) => !confirmed(all).includes(cause));
  if (wrong.length > 0) return `confirms ${wrong.join(', ')}, not ${confirmed(all).join(', ') || 'nothing'}`;
  if (less.outcome === 'healthy' && all.outcome !== 'healthy') return `healthy, not ${all.outcome}`;
  const isUndecided = confirmed(less).length < confirmed(all).length;
  return isUndecided && less.blindSpots.length === 0 ? 'undecided without a blind spot' : undefined;
};
