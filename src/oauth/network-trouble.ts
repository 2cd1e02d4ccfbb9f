/** Names of the HTTP client for what everyone else calls by Node's names. */
const usualNames: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_HEADERS_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_BODY_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_SOCKET: 'ECONNRESET',
};

const depth = 8;

/** The error and what caused it, outermost first. */
const chain = (error: unknown, left = depth): readonly Error[] =>
  error instanceof Error && left > 0
    ? [error, ...chain(error instanceof AggregateError ? error.errors[0] : error.cause, left - 1)]
    : [];

const codeOf = (error: Error): string | undefined => {
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  const proxy = /Proxy response \((\d{3})\)/u.exec(error.message);
  if (proxy !== null) return `PROXY_${proxy[1] ?? ''}`;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? (usualNames[code] ?? code) : undefined;
};

/** Troubles that come before anything of the request has left: the name, the connection, the proxy, the TLS handshake. */
const beforeSending =
  /^(?:ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|UND_ERR_INVALID_ARG|ERR_INVALID_URL|CERT_[A-Z_]+|SELF_SIGNED_CERT[A-Z_]*|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_[A-Z_]+|ERR_TLS_CERT_[A-Z_]+|ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL))$/u;

const plainCode = (error: Error): string => {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : '';
};

/** Whether a network error shows that the request was never sent. What shows nothing is taken for sent. */
export const neverSent = (error: unknown): boolean =>
  chain(error).some((one) => beforeSending.test(plainCode(one)) || /Proxy response \(\d{3}\)/u.test(one.message));

/**
 * The code of a network error, from the error or what caused it: `ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`,
 * `PROXY_407` (what the proxy answered) ...; `UNKNOWN` where none says. Never the message: it may hold what was sent.
 */
export const networkTrouble = (error: unknown): string =>
  chain(error)
    .map(codeOf)
    .find((code) => code !== undefined) ?? 'UNKNOWN';
