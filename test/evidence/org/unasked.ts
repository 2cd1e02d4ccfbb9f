import type { OrgFactName } from '../../../src/evidence/org/index.ts';

/**
 * Of a connected app nothing tells its allow-list for refresh tokens; only client credentials act as somebody else, and only token exchange
 * has handlers; the event log is read for a failure of which somebody speaks; "Use Any API Client" is there only with API Access Control.
 */
export const unasked: ReadonlySet<OrgFactName> = new Set([
  'tokenIpRanges',
  'runAs',
  'exchangeHandlers',
  'loginEvents',
  'anyApiClient',
]);
