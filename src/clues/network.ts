/**
 * Whether a code of Node tells of TLS and certificates rather than of the way to the host: `CERT_HAS_EXPIRED`,
 * `SELF_SIGNED_CERT_IN_CHAIN`, `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`, `ERR_TLS_CERT_ALTNAME_INVALID`, `ERR_SSL_...`, `EPROTO`.
 */
export const isTlsTrouble = (code: string): boolean => /cert|tls|ssl|signature|^EPROTO$/iu.test(code);
