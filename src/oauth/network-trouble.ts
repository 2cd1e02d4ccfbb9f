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

/**
 * The code of a network error, from the error or what caused it: `ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`,
 * `PROXY_407` (what the proxy answered) ...; `UNKNOWN` where none says. Never the message: it may hold what was sent.
 */
export const networkTrouble = (error: unknown): string =>
  chain(error)
    .map(codeOf)
    .find((code) => code !== undefined) ?? 'UNKNOWN';
