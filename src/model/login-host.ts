/** What the login host itself shows to anyone. */
export type LoginHost = {
  readonly url: string;
  readonly reachable: boolean;
  /** Why it could not be reached: `ENOTFOUND`, `ECONNREFUSED`, a TLS code ... */
  readonly trouble?: string;
  /** `login` and `test` are the generic hosts; `my-domain` belongs to one org; `other` is no Salesforce login host that we know. */
  readonly kind?: 'login' | 'test' | 'my-domain' | 'other';
  /** 15-character id of the org behind a My Domain. */
  readonly orgId?: string;
  readonly status?: number;
  readonly html?: boolean;
  /** A page of Salesforce's own that came in the place of an answer, where we know it. */
  readonly page?: 'maintenance';
  readonly redirectedTo?: string;
};

/** The secret-free question "is this consumer key known here?", asked once. */
export type KeyProbe = {
  readonly host: string;
  readonly answer: 'known' | 'unknown' | 'unclear';
  readonly code?: string;
  readonly description?: string;
};

/** One real login with the credential given. The refusal, if any, stands in `refusals`. */
export type Attempt = {
  readonly host: string;
  readonly granted: boolean;
  readonly scopes?: readonly string[];
  /** One GET with the granted token: whether the API took it. */
  readonly api?: 'accepted' | 'refused';
};

const endOfMyDomain = '.my.salesforce.com';

/** The name of a My Domain as it stands in a URL, with what follows it there: `acme--uat.sandbox`. Undefined: no My Domain. */
export const myDomainIn = (url: string | undefined): string | undefined => {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.toLowerCase();
  return host?.endsWith(endOfMyDomain) === true ? host.slice(0, -endOfMyDomain.length) : undefined;
};

/** The name alone, as the settings of an org have it: `acme--uat`. */
export const myDomainNameIn = (url: string | undefined): string | undefined => myDomainIn(url)?.split('.')[0];
