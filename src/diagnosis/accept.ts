import { acceptanceOf, defined } from '../model/index.ts';
import type { BaselineEntry, Diagnosis } from '../model/index.ts';

/** Marks what will break later and somebody accepted. What stops a login today nobody can accept. */
export const acceptLater = (diagnosis: Diagnosis, baseline: readonly BaselineEntry[], now: string): Diagnosis => {
  const { username, runAs, app, appLabel, consumerKey } = diagnosis.integration;
  const login = { users: [username, runAs], apps: [app, appLabel, consumerKey] };
  return {
    ...diagnosis,
    findings: diagnosis.findings.map((finding) =>
      finding.role === 'later'
        ? { ...finding, ...defined({ accepted: acceptanceOf(baseline, finding.cause, login, now) }) }
        : finding,
    ),
  };
};
