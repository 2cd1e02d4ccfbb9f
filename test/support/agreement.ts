import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { checkGates } from '../../src/gates/index.ts';
import { denied, known, valueOf } from '../../src/model/index.ts';
import type { AppCheck, Diagnosis, Evidence, FactName, Flow } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

export const judged = (evidence: Evidence): readonly [Diagnosis, AppCheck] => [
  diagnose({ evidence, causes, speaker, cost }),
  checkGates({ evidence, causes, speaker, cost }),
];

/** The flows that an app allows, and the one by which the integration logs in. */
export const flowsOf = ({ app, appOauth, integration }: Evidence): readonly Flow[] => {
  const [listed, oauth, own] = [valueOf(app), valueOf(appOauth), valueOf(integration)?.flow];
  const all: ReadonlyArray<readonly [Flow, boolean]> = [
    ['web', listed !== undefined],
    ['refresh-token', listed !== undefined],
    ['jwt', oauth?.certificate !== undefined],
    ['client-credentials', oauth?.clientCredentialsEnabled === true],
    ['device', oauth?.deviceFlowEnabled === true],
    ['token-exchange', oauth?.tokenExchangeEnabled === true],
    ['password', listed?.kind === 'connected-app'],
  ];
  return [...new Set([...(own === undefined ? [] : [own]), ...all.flatMap(([flow, is]) => (is ? [flow] : []))])];
};

export const by = (flow: Flow, evidence: Evidence): Evidence => ({
  ...evidence,
  integration: known({ sourceIps: [], ...valueOf(evidence.integration), flow }, { place: 'asked' }),
});

export const silent = (evidence: Evidence): Evidence => ({ ...evidence, refusals: known([], { place: 'asked' }) });

export const hiding = (name: FactName, evidence: Evidence): Evidence => ({
  ...evidence,
  [name]: denied('View Setup and Configuration', { place: 'org', name }),
});

/** What a gate must be, by the findings: closed by each cause that stands confirmed there. */
const closersBy = ({ findings }: Diagnosis): readonly string[] =>
  findings
    .filter(({ standing, role }) => standing === 'confirmed' && role !== 'later')
    .map(({ gate, cause }) => `${gate}: ${cause}`)
    .toSorted();

const closersOf = ({ gates }: AppCheck): readonly string[] =>
  gates
    .filter(({ state }) => state === 'closed')
    .flatMap(({ gate, closedBy }) => closedBy.map(({ cause }) => `${gate}: ${cause}`))
    .toSorted();

const difference = ([doctor, check]: ReturnType<typeof judged>): string | undefined => {
  if (check.outcome !== doctor.outcome) return `${doctor.outcome} for the doctor, ${check.outcome} for the check`;
  const [found, closed] = [closersBy(doctor).join(), closersOf(check).join()];
  if (found !== closed) return `confirmed: ${found}; closed by: ${closed}`;
  return doctor.outcome === 'healthy' && check.gates.some(({ state }) => state === 'closed')
    ? 'healthy, and a gate is closed'
    : undefined;
};

/** In what the doctor and the app check judge one evidence differently; undefined: in nothing. */
export const disagreement = (evidence: Evidence): string | undefined => difference(judged(evidence));

/** What the doctor makes of an evidence, where the app check makes the same of it: what holds for the one then holds for both. */
export const judgedByBoth = (evidence: Evidence, what = ''): Diagnosis => {
  const both = judged(evidence);
  expect(difference(both), `${what}: doctor and app check`).to.equal(undefined);
  return both[0];
};
