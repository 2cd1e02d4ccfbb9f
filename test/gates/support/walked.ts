import { checkGates } from '../../../src/gates/index.ts';
import { causes } from '../../../src/causes/index.ts';
import type { AppCheck, Client, Evidence, Gate, GateResult } from '../../../src/model/index.ts';
import { loadWords, speakFrom } from '../../../src/words/index.ts';
import { evidence } from '../../support/evidence.ts';
import { plainly, type Case } from './closers.ts';

const speaker = speakFrom(loadWords());

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/** With what the person says of the client. */
const saying = (seen: Evidence, client: Client): Evidence =>
  seen.integration.state === 'known'
    ? { ...seen, integration: { ...seen.integration, value: { ...seen.integration.value, client } } }
    : seen;

export const walkEvidence = (seen: Evidence, wanted = plainly): AppCheck =>
  checkGates({ evidence: saying(seen, wanted), causes, speaker, cost });

/** What the walk says of a case. Every sentence is said aloud, so that a missing word fails the test. */
export const walked = ({ facts, wanted }: Partial<Case>): AppCheck => walkEvidence(evidence(facts ?? {}), wanted);

export const gateOf = (check: AppCheck, id: Gate): GateResult => {
  const gate = check.gates.find(({ gate: one }) => one === id);
  if (gate === undefined) throw new Error(`No gate ${id}`);
  return gate;
};

/** The keys of the looks that a gate took, with their state. */
export const looks = (check: AppCheck, id: Gate): Readonly<Record<string, string>> =>
  Object.fromEntries(gateOf(check, id).signs.map(({ check: name, state }) => [name, state]));

export const textsOf = (check: AppCheck, id: Gate): string =>
  gateOf(check, id)
    .signs.map(({ text }) => text)
    .join('\n');
