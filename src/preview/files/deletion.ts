import { passwordFlows } from '../../clues/flows.ts';
import type { Alteration } from '../../model/index.ts';
import { isApp, subjectOf } from './subject.ts';

/** Types that only ever shut something: whoever deletes one opens it. */
const onlyShut: ReadonlySet<string> = new Set(['TransactionSecurityPolicy', 'ProfileSessionSetting', 'Certificate']);

/**
 * What a deletion does to logins. Undefined: nothing. Whether a permission set that users have can be deleted, and what becomes of
 * whoever has a profile that goes, is not documented.
 */
export const deletionOf = (type: string, fullName: string): Alteration | undefined => {
  if (isApp(type)) return { set: 'app-gone', app: fullName };
  if (onlyShut.has(type)) return undefined;
  const about = subjectOf(type, fullName);
  // The password policy of the org takes its place.
  if (type === 'ProfilePasswordPolicy') return { set: 'untold', about, why: 'password-expiry', flows: passwordFlows };
  if (type === 'SamlSsoConfig' || type === 'AuthProvider')
    return { set: 'untold', about, why: 'single-sign-on', flows: ['web', 'device'] };
  return { set: 'untold', about, why: 'deletion' };
};
