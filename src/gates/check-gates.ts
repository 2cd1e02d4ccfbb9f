import { conclude, judgeAll, type Case } from '../diagnosis/index.ts';
import { defined } from '../model/index.ts';
import type { AppCheck, BlindSpot, Finding, GateBlindSpot, GateResult } from '../model/index.ts';
import { checkedAddresses } from './addresses.ts';
import { checkedApp } from './checked-app.ts';
import { gateResults } from './gates.ts';
import { orgSaidOnce } from './no-org.ts';
import { namedIn } from './named.ts';
import { notLookedAt } from './not-looked-at.ts';
import { warningsOf } from './warnings.ts';

/** The gate that decides: where the failure that was seen is explained; without one, the first that is closed. */
const deciding = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ role, standing }) => role !== 'later' && standing === 'confirmed');

const hiding = ({ fact, why, permission, cure, text }: BlindSpot, gates: readonly GateResult[]): GateBlindSpot => ({
  fact,
  why,
  ...defined({ permission, cure }),
  text,
  hides: gates.filter(({ blindSpots }) => blindSpots.some((spot) => spot.text === text)).map(({ gate }) => gate),
});

/** The doctor's judgement, gate by gate. Pure: the same evidence gives the same result, and the same outcome as the doctor's. */
export const checkGates = (one: Case): AppCheck => {
  const { evidence, speaker, targetOrg, cost } = one;
  const judgements = judgeAll(one);
  const { outcome, integration, refusals, findings, blindSpots } = conclude(judgements, one);
  const walked = gateResults(judgements, findings, { evidence, speaker });
  const hidden = blindSpots.map((spot) => hiding(spot, walked)).filter(({ hides }) => hides.length > 0);
  const seen = { gates: walked, blindSpots: hidden };
  const told = targetOrg === undefined ? orgSaidOnce(seen, speaker) : seen;
  const decider = deciding(findings);
  const addresses = checkedAddresses(evidence);
  return {
    schemaVersion: 1,
    outcome,
    app: checkedApp(evidence),
    integration,
    ...defined({ targetOrg }),
    gates: told.gates,
    ...(decider === undefined ? {} : { decidingGate: decider.gate }),
    warnings: warningsOf(judgements, speaker),
    ...defined({ addresses }),
    named: namedIn(evidence),
    refusals,
    blindSpots: told.blindSpots,
    notLookedAt: notLookedAt(evidence),
    cost,
  };
};
