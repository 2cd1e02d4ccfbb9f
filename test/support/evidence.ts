import { known, unknown } from '../../src/model/index.ts';
import type { Evidence, FactName, Facts } from '../../src/model/index.ts';

/** Every fact that there is. A new fact that is missing here does not compile. */
const everyFact: Readonly<Record<FactName, true>> = {
  now: true,
  failedAt: true,
  integration: true,
  refusals: true,
  keyFile: true,
  storedLogin: true,
  loginHost: true,
  clockSkew: true,
  keyProbe: true,
  attempt: true,
  organization: true,
  user: true,
  userLogin: true,
  userPermissions: true,
  passwordExpiresAt: true,
  app: true,
  appOauth: true,
  ipRelaxation: true,
  appAccess: true,
  grants: true,
  sessions: true,
  loginRows: true,
  loginHours: true,
  loginIpRanges: true,
  trustedIpRanges: true,
  passwordPolicy: true,
  oauthSettings: true,
  myDomain: true,
  changes: true,
  appState: true,
  appTokens: true,
  appNames: true,
  runAs: true,
  apiAccess: true,
  approveUninstalled: true,
  tokenIpRanges: true,
  groupMembers: true,
};

export const factNames = Object.keys(everyFact) as FactName[];

/** The moment at which every literal case is judged. */
export const now = '2026-11-23T02:00:00.000Z';

const asked = { place: 'asked' } as const;

const always: Partial<Facts> = { now, failedAt: undefined, integration: { sourceIps: [] } };

/** Evidence in which only the facts given (and what every case knows: the time, what was asked) are known. */
export const evidence = (facts: Partial<Facts>): Evidence => {
  const given: Partial<Facts> = { ...always, ...facts };
  return Object.fromEntries(
    factNames.map((name) => [
      name,
      name in given ? known(given[name], { place: 'org', name }) : unknown('not-asked', undefined, asked),
    ]),
  ) as unknown as Evidence;
};
