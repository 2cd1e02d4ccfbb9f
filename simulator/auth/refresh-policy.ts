import type { Grant, RefreshPolicy } from '../state/types.ts';

const hour = 3600 * 1000;

/** When a token that starts (or was last used) at `from` ends; months are calendar months. */
const endOf = (policy: RefreshPolicy & { kind: 'lifetime' | 'inactivity' }, from: number): number => {
  if (policy.unit === 'HOURS') return from + policy.period * hour;
  if (policy.unit === 'DAYS') return from + policy.period * 24 * hour;
  const date = new Date(from);
  return date.setUTCMonth(date.getUTCMonth() + policy.period);
};

/** Looked at only when the token is used. */
export const refreshPolicyAllows = (policy: RefreshPolicy, grant: Grant, now: number): boolean => {
  switch (policy.kind) {
    case 'infinite':
      return true;
    case 'zero':
      return false;
    case 'lifetime':
      return now < endOf({ ...policy, kind: 'lifetime' }, grant.createdAt);
    case 'inactivity':
      return now < endOf({ ...policy, kind: 'inactivity' }, grant.lastUsedAt ?? grant.createdAt);
  }
};
