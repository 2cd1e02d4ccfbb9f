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

/** Whether a flow goes through an app: login() knows none. One that is not known is taken to. */
export const usesApp = (flow: Flow | undefined): boolean => flow !== 'soap-login';

/**
 * How a flow bears on what happens in some flows only. While it is not known, what happens in every flow that uses an app is
 * taken to happen: somebody named an app.
 */
export const bearingOf = (flow: Flow | undefined, some: readonly Flow[] | undefined): 'in' | 'out' | 'not-known' => {
  if (some === undefined) return 'in';
  if (flow !== undefined) return some.includes(flow) ? 'in' : 'out';
  return flows.filter(usesApp).every((one) => some.includes(one)) ? 'in' : 'not-known';
};
