import type { Facts, Path } from '../../model/index.ts';
import { roads } from '../roads.ts';
import { closed, open, unseen, type Reading } from '../check.ts';

type Seen = Pick<Facts, 'integration'> &
  Partial<Pick<Facts, 'app' | 'appTokens' | 'keyProbe' | 'approveUninstalled' | 'grants'>>;

/** Users approved it, and nobody installed it. */
export const isOnlyAuthorised = (facts: Seen): boolean => facts.app === undefined && (facts.appTokens?.total ?? 0) > 0;

/** The login host knows the key, and this org lists no app of it: it is an app of another org. */
export const isElsewhere = (facts: Seen): boolean => facts.app === undefined && facts.keyProbe?.answer === 'known';

const mayApprove = (paths: readonly Path[]): Reading => open('may-approve', {}, { parts: { roads: roads(paths) } });

/**
 * An app that nobody installed may be used by whoever may approve such apps, and by those who approved it earlier, but for the device
 * flow. Undefined where it is installed, or not there at all. Source: help, connected app usage restrictions (September 2025).
 */
export const uninstalledReading = (facts: Seen): Reading | undefined => {
  if (!('app' in facts)) return unseen('app');
  if (facts.app !== undefined) return undefined;
  if (!isOnlyAuthorised(facts) && !isElsewhere(facts))
    return facts.appTokens === undefined ? unseen('appTokens') : undefined;
  const { grants, integration } = facts;
  if (grants !== undefined && grants.length > 0 && integration.flow !== 'device')
    return open('approved-earlier', { count: grants.length });
  const { approveUninstalled } = facts;
  if (approveUninstalled === undefined) return unseen('approveUninstalled');
  if (approveUninstalled.length > 0) return mayApprove(approveUninstalled);
  return grants === undefined ? unseen('grants') : closed('app-not-installed', 'not-installed');
};
