import { clue, rulesOut } from '../model/index.ts';
import type { CauseId, Clue, Refusal } from '../model/index.ts';
import { isNamed } from './named.ts';
import { newestOwn } from './own-rows.ts';
import { hourMs, span } from './times.ts';

/**
 * Whether a code of Node tells of TLS and certificates rather than of the way to the host: `CERT_HAS_EXPIRED`,
 * `SELF_SIGNED_CERT_IN_CHAIN`, `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`, `ERR_TLS_CERT_ALTNAME_INVALID`, `ERR_SSL_...`, `EPROTO`.
 */
export const isTlsTrouble = (code: string): boolean => /cert|tls|ssl|signature|^EPROTO$/iu.test(code);

/** Whether what this machine meets on the way is what refused the login: the text says so too, or it was our own attempt. */
export const isOurTrouble = (refusals: readonly Refusal[]): boolean =>
  refusals.some(({ channel, origin }) => channel === 'network' || channel === 'tls' || origin === 'attempt');

/** The integration reached Salesforce within the hour, whatever this machine meets on the way. */
export const reachedLately = (id: CauseId): Clue =>
  clue('reached-lately', ['loginRows', 'integration', 'refusals', 'now'], ({ now, refusals, ...seen }) => {
    const row = newestOwn(seen);
    return row?.success === true && span(row.at, now) <= hourMs && !isNamed(refusals, id)
      ? rulesOut({ at: row.at })
      : undefined;
  });
