import type { LoginHost } from '../../model/index.ts';

export type HostKind = NonNullable<LoginHost['kind']>;

const byName = (hostname: string): HostKind => {
  if (hostname === 'login.salesforce.com') return 'login';
  if (hostname === 'test.salesforce.com') return 'test';
  // Sandboxes, scratch orgs and the like stand before `.my`: `acme--uat.sandbox.my.salesforce.com`.
  return hostname.endsWith('.my.salesforce.com') ? 'my-domain' : 'other';
};

/** What kind of login host a URL names, by its host name alone. */
export const hostKind = (url: string | undefined): HostKind =>
  byName((url === undefined ? undefined : URL.parse(url)?.hostname) ?? '');
