import { missing, unused } from '../model/index.ts';
import type { Flow, Integration, Need } from '../model/index.ts';

const refreshScopes: readonly string[] = ['refreshtoken', 'offlineaccess'];

/** Whether a scope is there for refresh tokens alone. */
export const isOfRefresh = (scope: string): boolean => refreshScopes.includes(scope);

export const givesRefresh = (scopes: readonly string[]): boolean => missing(['refresh'], scopes).length === 0;

/** These log in anew whenever they like: they get no refresh token, and need none. Source: `jwt-bearer-flow`; answers to client credentials. */
const logsInAnew = (flow: Flow | undefined): boolean => flow === 'jwt' || flow === 'client-credentials';

/** Scopes that a flow does not count, though the app has them. Source: answers to client credentials. */
const withheldBy = (flow: Flow | undefined): readonly string[] =>
  flow === 'client-credentials' ? ['full', 'web'] : [];

const needsOf = ({ client }: Integration): readonly Need[] => client?.needs ?? [];

/** Whether a refresh token was asked for that this flow never brings. */
export const asksForRefresh = (integration: Integration): boolean =>
  logsInAnew(integration.flow) && needsOf(integration).includes('refresh');

/** What of the needs that were said this flow can meet at all. */
export const neededIn = (integration: Integration): readonly Need[] =>
  needsOf(integration).filter((need) => need !== 'refresh' || !logsInAnew(integration.flow));

/** The app's scopes that count in this flow. */
export const issuedIn = ({ flow }: Integration, scopes: readonly string[]): readonly string[] =>
  scopes.filter((scope) => !withheldBy(flow).includes(scope));

/** Needs that no scope of the app gives, and those that only a scope gives which this flow does not issue. */
export const lacking = (
  integration: Integration,
  scopes: readonly string[],
): { readonly missing: readonly Need[]; readonly withheld: readonly Need[] } => {
  // Where nobody said: calls to the API.
  const needed = neededIn(integration).length > 0 ? neededIn(integration) : (['api'] as const);
  const absent = missing(needed, scopes);
  const issued = issuedIn(integration, scopes);
  return { missing: absent, withheld: missing(needed, issued).filter((need) => !absent.includes(need)) };
};

/** Scopes that nothing needs. An approval counts for JWT only if it was given with the refresh token scope, so there that is of use. */
export const idleScopes = (integration: Integration, scopes: readonly string[]): readonly string[] =>
  needsOf(integration).length === 0
    ? []
    : unused(needsOf(integration), scopes).filter(
        (scope) => integration.flow !== 'jwt' || !refreshScopes.includes(scope),
      );

/** Scopes by which a token opens no interface at all: they tell who the user is, or keep the access alive. */
const opensNothing: readonly string[] = [
  ...refreshScopes,
  'openid',
  'basic',
  'profile',
  'email',
  'address',
  'phone',
  'custompermissions',
];

export const opensNoApi = (scopes: readonly string[]): boolean => scopes.every((scope) => opensNothing.includes(scope));
