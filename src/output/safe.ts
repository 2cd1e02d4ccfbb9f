import type { Diagnosis } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { mapStrings, pseudonymised } from '../report/index.ts';

/**
 * The one layer that every output goes through: never a secret in it, whatever put it there;
 * with `redact`, a pseudonym for every name as well.
 */
export const safe = (diagnosis: Diagnosis, { redact }: { readonly redact: boolean }): Diagnosis => {
  const clean = mapStrings(diagnosis, withoutSecrets);
  return redact ? pseudonymised(clean) : clean;
};
