import type { Flow } from '../../model/index.ts';
import { check, closed, open } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';
import { missing, unused, type Need } from '../scopes/needs.ts';

const refreshScopes: readonly string[] = ['refreshtoken', 'offlineaccess'];

/** What a flow hands out of what the app has. Source: help, JWT bearer (no refresh token); answers to client credentials. */
const issued = (flow: Flow | undefined, scopes: readonly string[]): readonly string[] => {
  if (flow === 'jwt') return scopes.filter((scope) => !refreshScopes.includes(scope));
  if (flow !== 'client-credentials') return scopes;
  return scopes.filter((scope) => ![...refreshScopes, 'full', 'web'].includes(scope));
};

/** Where nobody said: calls to the API, and for a refresh a refresh token. */
const usual = (flow: Flow | undefined): readonly Need[] => (flow === 'refresh-token' ? ['api', 'refresh'] : ['api']);

const listed = (words: readonly string[]): string => (words.length === 0 ? '-' : words.join(', '));

const needs = check('needs', { needs: ['appOauth'] }, ({ appOauth, integration: { flow } }, wanted) => {
  if (appOauth === undefined) return undefined;
  const asked = wanted.needs.length === 0 ? usual(flow) : wanted.needs;
  const scopes = listed(appOauth.scopes);
  const short = missing(asked, issued(flow, appOauth.scopes));
  if (short.length === 0) return open('enough', { needs: listed(asked), scopes });
  const has = missing(short, appOauth.scopes).length === 0;
  return closed('missing-scope', has ? 'not-by-flow' : 'missing', { missing: listed(short), scopes });
});

const full = check('full', { needs: ['appOauth'] }, ({ appOauth }) =>
  appOauth?.scopes.includes('full') === true ? open('full', {}, { note: true }) : undefined,
);

/** An approval counts for JWT only if it was given with the refresh token scope, so there it is of use without a need. */
const notUsed = check('unused', { needs: ['appOauth'] }, ({ appOauth, integration: { flow } }, wanted) => {
  if (appOauth === undefined || wanted.needs.length === 0) return undefined;
  const idle = unused(wanted.needs, appOauth.scopes).filter(
    (scope) => flow !== 'jwt' || !refreshScopes.includes(scope),
  );
  return idle.length === 0 ? undefined : open('unused', { scopes: listed(idle) }, { note: true });
});

/** Do the app's scopes give what is needed, and no more? */
export const scopes: GateRule = {
  id: 'scopes',
  flows: appFlows,
  checks: [needs, full, notUsed],
};
