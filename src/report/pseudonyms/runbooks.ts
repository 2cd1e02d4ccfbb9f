import type { Evidence, Runbooks } from '../../model/index.ts';
import { ofCheck, words } from './check-identities.ts';
import { madeBy } from './identities.ts';
import { namedLogin, person } from './identity.ts';
import { namesInEvidence } from './of-evidence.ts';
import { redactor, type Redactor } from './redactor.ts';

/** Members of a runbook that hold words of our own as well. */
const kept: ReadonlySet<string> = new Set([...words, 'errors', 'sources']);

/** Runbooks with a pseudonym for every name, known by what was seen. Audit entries keep their kind alone. */
export const pseudonymisedRunbooks = (
  given: Runbooks,
  evidence: readonly Evidence[],
  by: Redactor = redactor(),
): Runbooks => {
  by.learn([
    ...namedLogin(given.targetOrg?.username, given.targetOrg?.alias),
    ...evidence.flatMap(namesInEvidence),
    ...given.runbooks.flatMap(({ walk, changes, integration: { userName, username } }) => [
      ...ofCheck(walk),
      ...changes.flatMap(({ by }) => madeBy(by)),
      ...person(userName, username),
    ]),
  ]);
  const runbooks = given.runbooks.map((one) => ({
    ...one,
    changes: one.changes.map((change) => ({ ...change, display: change.action })),
    errors: one.errors.map((error) => by.data(error, new Set(['cause', 'gate', 'who', 'effect', 'said']))),
  }));
  return by.data({ ...given, runbooks }, kept);
};
