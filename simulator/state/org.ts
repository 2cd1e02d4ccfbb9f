import { makeId, nextId } from './ids.ts';
import type { Org } from './types.ts';

const year = 365 * 24 * 3600 * 1000;

/** An empty healthy org of a certain age. `pod`: two characters that no other org of the world has. */
export const createOrg = (
  given: { name: string; myDomainName: string; pod: string; now: number } & Partial<Org>,
): Org => {
  const { now, ...rest } = given;
  return {
    id: makeId('00D', given.pod, 62 ** 6 + 4711),
    isSandbox: false,
    organizationType: 'Enterprise Edition',
    instanceName: 'USA654',
    timeZone: 'America/Los_Angeles',
    isReadOnly: false,
    state: 'open',
    createdAt: now - 3 * year,
    settings: {
      passwordFlowBlocked: false,
      userAgentFlowBlocked: true,
      pkceRequired: false,
      soapLoginEnabled: true,
      apiLoginRequiresMyDomain: false,
      onlyLoginWithMyDomain: false,
      trustedIpRanges: [],
      enforceIpRangesEveryRequest: false,
      lockSessionsToIp: false,
      maxLoginAttempts: 10,
      lockoutInterval: 15,
      passwordExpiresAfterDays: 90,
      sessionMinutes: 120,
    },
    profiles: [],
    permissionSets: [],
    permissionSetGroups: [],
    assignments: [],
    users: [],
    apps: [],
    grants: [],
    codes: [],
    sessions: [],
    loginRows: [],
    strayLogins: [],
    auditRows: [],
    certificates: [],
    deployments: [],
    keptMetadata: {},
    transactionPolicies: [],
    apiUsage: 24,
    lastId: 62 ** 5,
    ...rest,
  };
};

/**
 * A sandbox is copied anew from production: under its name stands another org. Users and apps come from production again; nobody has
 * logged in there or approved an app. Login history is not copied: help, "Other Service Differences".
 */
export const refreshSandbox = (org: Org, now: number): void => {
  org.id = nextId(org, '00D');
  org.createdAt = now;
  for (const session of org.sessions) session.ended = true;
  Object.assign(org, { grants: [], codes: [], loginRows: [], auditRows: [], strayLogins: [] });
};
