import type { Org } from '../../state/types.ts';

/** Calls in 24 hours: 15,000 in a developer edition, 5,000,000 in a sandbox, else 100,000. */
export const allowedCalls = (org: Org): number => {
  if (org.isSandbox) return 5_000_000;
  return org.organizationType === 'Developer Edition' ? 15_000 : 100_000;
};

export const isUsedUp = (org: Org): boolean => org.apiUsage >= allowedCalls(org);

export const limitInfo = (org: Org): string => `api-usage=${org.apiUsage}/${allowedCalls(org)}`;
