import { valueOf } from '../model/index.ts';
import type { AppCheck, Cost, Evidence, Outcome, TargetOrg } from '../model/index.ts';
import { checkedAddresses } from './addresses.ts';
import { joined } from './blind-spots.ts';
import { checkedApp } from './checked-app.ts';
import { namedIn } from './named.ts';
import { rules } from './rules.ts';
import { withRunAsNamed } from './subject.ts';
import { walkGate, type WalkContext, type WalkedGate } from './walk-gate.ts';

export type Walk = WalkContext & { readonly targetOrg?: TargetOrg | undefined; readonly cost: Cost };

/** A token that was granted to our own attempt, and that the API took. */
const granted = ({ attempt }: Evidence): boolean =>
  attempt.state === 'known' && attempt.value.granted && attempt.value.api !== 'refused';

/** What it all comes to. Silence is never health: a gate that was not seen leaves it open. */
const outcomeOf = (walked: readonly WalkedGate[], deciding: WalkedGate | undefined, evidence: Evidence): Outcome => {
  if (deciding !== undefined) return deciding.transient ? 'transient' : 'cause-found';
  if (granted(evidence)) return 'healthy';
  const refused = (valueOf(evidence.refusals) ?? []).length > 0;
  return refused || walked.some(({ result }) => result.state === 'not-seen') ? 'inconclusive' : 'healthy';
};

/** Nearest date first, then in the order of the gates. */
const inTime = (a: AppCheck['warnings'][number], b: AppCheck['warnings'][number]): number =>
  (a.on ?? '~') < (b.on ?? '~') ? -1 : (a.on ?? '~') > (b.on ?? '~') ? 1 : 0;

/** Goes through all gates of an app in order. Pure: the same evidence gives the same result. */
export const walk = (context: Walk): AppCheck => {
  const { evidence, targetOrg, cost } = context;
  const seen = { ...context, evidence: withRunAsNamed(evidence) };
  const walked = rules.map((rule) => walkGate(rule, seen));
  const deciding = walked.find(({ result }) => result.state === 'closed');
  const addresses = checkedAddresses(
    evidence,
    walked.flatMap(({ toAdd }) => toAdd),
  );
  return {
    schemaVersion: 1,
    outcome: outcomeOf(walked, deciding, evidence),
    app: checkedApp(evidence),
    integration: valueOf(evidence.integration) ?? { sourceIps: [] },
    ...(targetOrg === undefined ? {} : { targetOrg }),
    gates: walked.map(({ result }) => result),
    ...(deciding === undefined ? {} : { decidingGate: deciding.result.gate }),
    warnings: walked.flatMap(({ warnings }) => warnings).toSorted(inTime),
    ...(addresses === undefined ? {} : { addresses }),
    named: namedIn(evidence),
    refusals: valueOf(evidence.refusals) ?? [],
    blindSpots: joined(walked.flatMap(({ result }) => result.blindSpots)),
    cost,
  };
};
