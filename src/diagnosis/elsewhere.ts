import { myDomainIn, sameId, valueOf } from '../model/index.ts';
import type { Evidence } from '../model/index.ts';

/** Whether the login goes to another org than the one that was looked into: by the id that its host tells, else by the host's name. */
export const isElsewhere = (evidence: Evidence): boolean => {
  const { orgId } = valueOf(evidence.loginHost) ?? {};
  const organization = valueOf(evidence.organization);
  if (orgId !== undefined && organization !== undefined) return !sameId(orgId, organization.id);
  const [asked, own] = [myDomainIn(valueOf(evidence.integration)?.loginUrl), valueOf(evidence.myDomain)?.name];
  if (asked === undefined || own === undefined) return false;
  // A sandbox's My Domain is stored without what stands behind its name.
  if (asked.includes('--') !== own.includes('--')) return true;
  // A My Domain that was renamed is known by its old name to whoever logs in here: not to a user whom this org does not have.
  const isUserAbsent = evidence.user.state === 'known' && evidence.user.value === undefined;
  return isUserAbsent && asked.split('.')[0] !== own.toLowerCase();
};
