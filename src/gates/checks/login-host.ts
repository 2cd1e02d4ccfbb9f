import type { Facts } from '../../model/index.ts';
import { check, closed, notSeen, open } from '../check.ts';

/** Whether the host lets in the users of this org; undefined where the host does not tell. */
const isHostOf = (loginHost: Facts['loginHost'], organization: Facts['organization']): boolean | undefined => {
  if (loginHost.kind === 'login') return !organization.isSandbox;
  if (loginHost.kind === 'test') return organization.isSandbox;
  if (loginHost.kind !== 'my-domain' || loginHost.orgId === undefined) return undefined;
  return loginHost.orgId.slice(0, 15) === organization.id.slice(0, 15);
};

/** What the edge of Salesforce answers where nothing stands behind it: 420 without an org, 502 and 503 while it is down. */
const down: readonly number[] = [420, 502, 503];

/** The login host that was named, where one was: nothing spreads to a host that is not this org's. */
export const loginHost = check('host', { also: ['loginHost', 'organization'] }, (facts) => {
  const host = facts.loginHost;
  if (facts.integration.loginUrl === undefined || host === undefined) return undefined;
  const { url, reachable, trouble = '-', status } = host;
  if (!reachable) return notSeen('unreachable', { url, trouble });
  if (status !== undefined && down.includes(status)) return notSeen('down', { url, status });
  const { organization } = facts;
  if (organization === undefined) return undefined;
  const fits = isHostOf(host, organization);
  if (fits === undefined) return notSeen('no-org-seen', { url });
  const kind = organization.isSandbox ? 'sandbox' : 'production';
  return fits ? open('of-this-org', { url }) : closed('wrong-endpoint', 'other', { url, org: organization.name, kind });
});
