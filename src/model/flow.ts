/** The OAuth flow (or SOAP `login()`) by which the integration logs in. */
export const flows = [
  'jwt',
  'refresh-token',
  'client-credentials',
  'password',
  'web',
  'device',
  'soap-login',
  'token-exchange',
] as const;

export type Flow = (typeof flows)[number];
