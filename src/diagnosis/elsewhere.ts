import { valueOf } from '../model/index.ts';
import type { Evidence } from '../model/index.ts';

/** The name before `.my.salesforce.com` and its kin: `acme--uat.sandbox`. Undefined: no My Domain. */
const myDomainIn = (url: string | undefined): string | undefined => {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.toLowerCase();
  return host?.endsWith('.my.salesforce.com') === true ? host.slice(0, -'.my.salesforce.com'.length) : undefined;
};

/** Whether the login goes to another org than the one that was looked into: by the id that its host tells, else by the host's name. */
export const isElsewhere = (evidence: Evidence): boolean => {
  const { orgId } = valueOf(evidence.loginHost) ?? {};
  const organization = valueOf(evidence.organization);
  if (organization === undefined) return false;
  if (orgId !== undefined) return orgId.slice(0, 15) !== organization.id.slice(0, 15);
  const [asked, own] = [myDomainIn(valueOf(evidence.integration)?.loginUrl), valueOf(evidence.myDomain)?.name];
  // A sandbox's My Domain is stored without what stands behind its name; a renamed one leads on from its old name.
  return asked !== undefined && own !== undefined && asked.includes('--') !== own.includes('--');
};
