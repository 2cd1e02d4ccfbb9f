import type { BlindSpot, Cause, CauseId, Evidence, Fact, FactName, Speaker } from '../model/index.ts';
import type { Judgement } from './judge.ts';

/** Which causes wait for which fact, in the catalogue's order. */
const waiting = (judgements: readonly Judgement[], evidence: Evidence): ReadonlyMap<FactName, readonly CauseId[]> => {
  const byFact = new Map<FactName, CauseId[]>();
  for (const { cause, standing, unread } of judgements) {
    // What would only be untidy decides nothing: that it was not seen hides no cause of a failure.
    if (standing === 'ruled-out' || !cause.blocks) continue;
    for (const fact of new Set(unread.flatMap(({ facts }) => facts))) {
      byFact.set(fact, [...(byFact.get(fact) ?? []), cause.id]);
    }
  }
  // An attempt that was asked for and not made, or not answered, is always said.
  if (evidence.attempt.state === 'unknown' && evidence.attempt.reason !== 'not-asked' && !byFact.has('attempt'))
    byFact.set('attempt', []);
  return byFact;
};

const whyNot = (fact: Fact<unknown>): Pick<BlindSpot, 'why' | 'permission' | 'cure'> | undefined => {
  if (fact.state === 'known') return undefined;
  if (fact.state === 'denied') return { why: 'denied', permission: fact.permission };
  return { why: fact.reason, ...(fact.cure === undefined ? {} : { cure: fact.cure }) };
};

/** Every fact that a cause would have read and that we may not or could not see, with the causes that it would have decided. */
export const blindSpots = (judgements: readonly Judgement[], evidence: Evidence, speaker: Speaker): BlindSpot[] =>
  [...waiting(judgements, evidence)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([fact, causes]): BlindSpot[] => {
      const why = whyNot(evidence[fact]);
      if (why === undefined) return [];
      const spot = { fact, ...why };
      return [{ ...spot, text: speaker.blindSpot(spot), causes: causes.toSorted() }];
    });

/** The facts that the causes read: what must be gathered. */
export const plan = (causes: readonly Cause[]): ReadonlySet<FactName> =>
  new Set<FactName>([
    'now',
    'failedAt',
    'integration',
    'refusals',
    'loginRows',
    'changes',
    ...causes.flatMap(({ clues }) => clues.flatMap(({ needs }) => needs)),
  ]);
