import type { LoginsHere } from '../../model/index.ts';
import { identities } from './identities.ts';
import { named, namedLogin } from './identity.ts';
import { bluntChanges } from './index.ts';
import { ours } from './ours.ts';
import { redactor, type Redactor } from './redactor.ts';

/** The logins of a machine, the same one under the same pseudonym in all their diagnoses. */
export const pseudonymisedLogins = (given: LoginsHere, by: Redactor = redactor()): LoginsHere => {
  const logins = given.logins.map((one) => ({ ...one, diagnosis: bluntChanges(one.diagnosis) }));
  for (const { login, diagnosis } of logins) {
    by.learn([...named('user', login.username), ...namedLogin(login.alias), ...identities(diagnosis)]);
  }
  return by.data({ ...given, logins }, new Set([...ours, 'state']));
};
