import { defined } from '../../model/index.ts';
import type { AppCheck, Diagnosis, Finding, GateCause, GateResult, Integration } from '../../model/index.ts';

/** So many addresses stand on a screen; a cloud provider has hundreds. */
const most = 6;

const short = (integration: Integration): Integration => {
  const { sourceIps } = integration;
  return sourceIps.length <= most
    ? integration
    : { ...integration, sourceIps: [...sourceIps.slice(0, most), `... (${sourceIps.length})`] };
};

/** The check in the shape that the parts of the doctor's screen take: header and findings look the same. */
export const asDiagnosis = ({ outcome, integration, targetOrg, refusals, cost }: AppCheck): Diagnosis => ({
  schemaVersion: 1,
  outcome,
  integration: short(integration),
  ...defined({ targetOrg }),
  refusals,
  absent: [],
  findings: [],
  changes: [],
  ruledOut: [],
  blindSpots: [],
  cost,
});

/** What closes a gate, as the doctor shows a cause: what the closed looks have seen is its proof. */
export const asFinding = (cause: GateCause, { signs }: GateResult): Finding => ({
  cause: cause.cause,
  role: 'root',
  standing: 'confirmed',
  gate: 'app',
  title: cause.title,
  meaning: cause.meaning,
  signs: signs
    .filter(({ state }) => state === 'closed')
    .map(({ check, text, sources }) => ({ clue: check, kind: 'proves', text, sources })),
  unread: [],
  remedies: cause.remedies,
  ...defined({ verify: cause.verify }),
});
