/**
 * Where a login can be stopped, in the order in which it meets that: the one list of gates, for both commands. Salesforce documents
 * the order from the hours on: login hours, MFA for API, the profile's IP ranges, the security token.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_concepts_security.htm
 * A refresh token names its user, so it is looked at before the user is. The rest is the order in which each needs the one before.
 */
export const gates = [
  'host',
  'app',
  'propagated',
  'flow',
  'client-authentication',
  'callback-url',
  'certificate',
  'assertion',
  'refresh-token',
  'user',
  'run-as-user',
  'permitted-users',
  'user-state',
  'login-hours',
  'mfa',
  'ip',
  'security-token',
  'api-access',
  'scopes',
] as const;

export type Gate = (typeof gates)[number];

export const gateOrder = (gate: Gate): number => gates.indexOf(gate);
