import type { Change, Diagnosis, Evidence, Named } from '../../model/index.ts';
import { ofNamed } from './check-identities.ts';
import { identities } from './identities.ts';
import { namesInEvidence } from './of-evidence.ts';
import { ours } from './ours.ts';
import { redactor } from './redactor.ts';
import type { Redactor } from './redactor.ts';

/** The sentence of an audit entry names people and things in free text: only the kind of the entry is left. */
const blunt = (change: Change): Change => ({ ...change, display: change.action });

/** Without the free text of the audit trail. */
export const bluntChanges = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  changes: diagnosis.changes.map(blunt),
  findings: diagnosis.findings.map((finding) => ({
    ...finding,
    ...(finding.change === undefined ? {} : { change: blunt(finding.change) }),
    ...(finding.undone === undefined ? {} : { undone: blunt(finding.undone) }),
  })),
});

/** What the diagnosis was made of, where it is there: it knows more names than the diagnosis tells. */
export type SeenNames = { readonly evidence: Evidence; readonly named: readonly Named[] };

/**
 * The diagnosis with a pseudonym, the same in all that the redactor hides, for every user, org, host, address, app, file, key and id: `user-1`,
 * `org-1` ... What is everyone's stays (login.salesforce.com, loopback). Pure: works on the data, before any renderer.
 */
export const pseudonymised = (diagnosis: Diagnosis, by: Redactor = redactor(), seen?: SeenNames): Diagnosis => {
  by.learn(identities(diagnosis));
  if (seen !== undefined) by.learn([...namesInEvidence(seen.evidence), ...ofNamed(seen)]);
  return by.data(bluntChanges(diagnosis), ours);
};
