import { isLoopback } from '../../oauth/index.ts';
import type { LoginHost } from '../../model/index.ts';

export type HostKind = NonNullable<LoginHost['kind']>;

const byName = (hostname: string): HostKind => {
  if (hostname === 'login.salesforce.com') return 'login';
  if (hostname === 'test.salesforce.com') return 'test';
  // Sandboxes, scratch orgs and the like stand before `.my`: `acme--uat.sandbox.my.salesforce.com`.
  return hostname.endsWith('.my.salesforce.com') ? 'my-domain' : 'other';
};

/** Salesforce's own names, and this machine. */
const mayName = (hostname: string): boolean =>
  /(?:^|\.)(?:salesforce|force|sfcrmproducts)\.(?:com|cn)$/u.test(hostname) || isLoopback(hostname);

/**
 * The kind that decides the audience of an assertion. What a strange host says of itself does not count: it could pass on an assertion
 * that is meant for Salesforce's own login host.
 */
export const believedKind = (url: string, told: HostKind | undefined): HostKind =>
  told !== undefined && mayName(URL.parse(url)?.hostname ?? '') ? told : hostKind(url);

/** What kind of login host a URL names, by its host name alone. */
export const hostKind = (url: string | undefined): HostKind =>
  byName((url === undefined ? undefined : URL.parse(url)?.hostname) ?? '');
