import type { StoredLogin } from '../../model/index.ts';

const salesforceLogins = ['https://login.salesforce.com', 'https://test.salesforce.com'];

const originOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : URL.parse(url)?.origin;

const isSalesforces = (origin: string): boolean => /^https:\/\/(?:[a-z0-9-]+\.)+salesforce\.com$/u.test(origin);

/**
 * Where the refresh token and the client secret of a stored login may go: to the hosts that are stored with it, and, where one of them
 * is Salesforce's, to Salesforce's generic login hosts.
 */
export const ownHosts = ({ loginUrl, instanceUrl }: StoredLogin): readonly string[] => {
  const own = [originOf(loginUrl), originOf(instanceUrl)].filter((origin) => origin !== undefined);
  return [...new Set(own.some(isSalesforces) ? [...own, ...salesforceLogins] : own)];
};

/** Whether a URL names one of them. */
export const isOwnHost = (login: StoredLogin, url: string): boolean => {
  const origin = originOf(url);
  return origin !== undefined && ownHosts(login).includes(origin);
};
