/** Where in Salesforce's own order of checks a cause stops a login. The order of this list is that order. */
export const gates = [
  'host',
  'client-id',
  'app',
  'flow',
  'client-authentication',
  'assertion',
  'user',
  'approval',
  'user-state',
  'hours',
  'ip',
  'mfa',
  'token',
  'api-access',
  'scope',
] as const;

export type Gate = (typeof gates)[number];

export const gateOrder = (gate: Gate): number => gates.indexOf(gate);
