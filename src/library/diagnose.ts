import { causes } from '../causes/index.ts';
import { diagnose as judge } from '../diagnosis/index.ts';
import { defined } from '../model/index.ts';
import type { Diagnosis, Evidence, Integration, TargetOrg } from '../model/index.ts';
import { recognizeRefusals } from '../recognition/index.ts';
import { speakFrom } from '../words/index.ts';
import { words } from './catalogue.ts';
import { completed } from './evidence.ts';
import { textOf } from './text-of.ts';

/** What is judged. All of it may be absent; what is absent was not looked at, and the diagnosis says so. */
export type DiagnoseRequest = {
  /** The text of the error, or the error that a client threw. Leave it out where `evidence` has its `refusals`. */
  readonly error?: unknown;
  /** Facts that were gathered: saved earlier, or your own. Leave `integration` out where these have it. */
  readonly evidence?: Partial<Evidence>;
  /** The login that fails, as far as it is known. */
  readonly integration?: Partial<Integration>;
  /** The org that the facts come from: Setup links then name its host. */
  readonly targetOrg?: TargetOrg;
  /** When it is judged: UTC, ISO 8601. Absent: now. */
  readonly now?: string;
};

const nothing = { orgRoundTrips: 0, requests: 0, milliseconds: 0 } as const;

/**
 * Judges what is known of a login that fails, as `sf auth doctor` does, and sends nothing. Synchronous; plain data in, plain data out.
 * Throws a TypeError where `evidence` holds something that is no fact.
 */
export const diagnose = (request: DiagnoseRequest): Diagnosis => {
  const { error, evidence = {}, integration = {}, targetOrg, now = new Date().toISOString() } = request;
  const { flow } = integration;
  const refusals = error === undefined ? [] : recognizeRefusals(textOf(error), defined({ flow }));
  return judge({
    evidence: completed(evidence, { now, integration: { sourceIps: [], ...integration }, refusals }),
    causes,
    speaker: speakFrom(words),
    targetOrg,
    cost: nothing,
  });
};
