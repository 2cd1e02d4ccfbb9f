import ipaddr from 'ipaddr.js';

/** Hosts that are everyone's. */
const everyones = new Set([
  ...['login.salesforce.com', 'test.salesforce.com', 'help.salesforce.com', 'developer.salesforce.com'],
  ...['status.salesforce.com', 'trust.salesforce.com', 'www.salesforce.com', 'salesforce.com', 'localhost'],
  ...['api.status.salesforce.com', 'schemas.xmlsoap.org', 'www.w3.org', 'github.com', 'registry.npmjs.org'],
]);

const isLoopback = (host: string): boolean => ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';

/** Whether it tells nothing of whose it is, a pseudonym included. */
export const isEveryones = (host: string): boolean => {
  const plain = host.toLowerCase();
  return everyones.has(plain) || isLoopback(plain) || /^(?:file|host|ip)-[\d.]+$/u.test(plain) || /^<.*>$/u.test(plain);
};

const label = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const before = String.raw`(?<![\w@.\/-])`;

export const salesforceHost = new RegExp(
  String.raw`${before}(?:${label}\.){1,8}(?:salesforce|force|site|salesforce-setup|salesforce-sites|cloudforce|database)\.(?:com|mil)(?![\w-])`,
  'giu',
);

/**
 * The last label of a host, as hosts of companies have them; none that ends the name of a file, a module or a member as well (`.py`, `.sh`,
 * `.name`). In small letters: `System.Net` is a namespace.
 */
const endings = [
  ...['com', 'net', 'org', 'io', 'dev', 'cloud', 'biz', 'gov', 'edu', 'mil', 'eu', 'tech', 'online'],
  ...['local', 'internal', 'intranet', 'intra', 'corp', 'lan', 'home', 'private', 'example', 'test', 'invalid'],
  ...['de', 'uk', 'fr', 'at', 'ch', 'nl', 'be', 'it', 'es', 'se', 'dk', 'fi', 'ie', 'cz', 'jp', 'cn', 'au', 'br', 'ca'],
  ...['us', 'nz', 'za', 'mx', 'kr', 'sg', 'hk', 'tw', 'tr', 'gr', 'hu', 'ro', 'il', 'ae'],
].join('|');

export const foreignHost = new RegExp(
  String.raw`${before}(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}(?:${endings})(?![\w-]|\.\w|\()`,
  'gu',
);

/** A name that clients say could not be found: it may be of one label. */
export const unresolved =
  /(?<=(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|resolve host:?|resolve proxy:?|UnknownHostException:|resolve hostname)\s)[A-Za-z][\w.-]*\w/gu;
