import type { Change, Diagnosis, Refusal } from '../../model/index.ts';
import { spokenChange } from './audit-sentence.ts';
import { identities } from './identities.ts';
import { namesSeen, type SeenNames } from './of-evidence.ts';
import { ours } from './ours.ts';
import { redactor } from './redactor.ts';
import type { Redactor } from './redactor.ts';

type ChangeTeller = (change: Change) => Change;

const withChanges = (diagnosis: Diagnosis, tell: ChangeTeller): Diagnosis => ({
  ...diagnosis,
  changes: diagnosis.changes.map(tell),
  findings: diagnosis.findings.map((finding) => ({
    ...finding,
    ...(finding.change === undefined ? {} : { change: tell(finding.change) }),
    ...(finding.began?.change === undefined ? {} : { began: { ...finding.began, change: tell(finding.began.change) } }),
    ...(finding.undone === undefined ? {} : { undone: tell(finding.undone) }),
  })),
});

/** Without the free text of the audit trail: only the kind of an entry is left. */
export const bluntChanges = (diagnosis: Diagnosis): Diagnosis =>
  withChanges(diagnosis, (change) => ({ ...change, display: change.action }));

/**
 * The diagnosis with a pseudonym, the same in all that the redactor hides, for every user, org, host, address, app, file, key and id: `user-1`,
 * `org-1` ... What is everyone's stays (login.salesforce.com, loopback). Pure: works on the data, before any renderer.
 */
export const pseudonymised = (diagnosis: Diagnosis, by: Redactor = redactor(), seen?: SeenNames): Diagnosis => {
  by.learn(identities(diagnosis));
  if (seen === undefined) return by.data(bluntChanges(diagnosis), ours);
  const names = namesSeen(seen);
  by.learn(names);
  return by.data(
    withChanges(diagnosis, (change) => spokenChange(change, [...identities(diagnosis), ...names])),
    ours,
  );
};

/** What a text says, where nothing else is known of whoever it names. */
export const pseudonymisedRefusals = (refusals: readonly Refusal[], by: Redactor): readonly Refusal[] =>
  by.data(refusals, ours);
