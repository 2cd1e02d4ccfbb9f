import type { Flow } from '../../model/index.ts';
import { check, closed, open, type Wanted } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';
import { missing, unused, type Need } from '../scopes/needs.ts';

const refreshScopes: readonly string[] = ['refreshtoken', 'offlineaccess'];

/** Scopes that a flow does not count, though the app has them. Source: answers to client credentials. */
const withheldBy = (flow: Flow | undefined): readonly string[] =>
  flow === 'client-credentials' ? ['full', 'web'] : [];

/** These log in anew whenever they like: they get no refresh token, and need none. Source: help, JWT bearer; answers to client credentials. */
const logsInAnew = (flow: Flow | undefined): boolean => flow === 'jwt' || flow === 'client-credentials';

/** Where nobody said: calls to the API, and for a refresh a refresh token. */
const usual = (flow: Flow | undefined): readonly Need[] => (flow === 'refresh-token' ? ['api', 'refresh'] : ['api']);

const listed = (words: readonly string[]): string => (words.length === 0 ? '-' : words.join(', '));

/** What of the needs this flow can meet at all. */
const wantedIn = (flow: Flow | undefined, { needs }: Wanted): readonly Need[] => {
  const asked = logsInAnew(flow) ? needs.filter((need) => need !== 'refresh') : needs;
  return asked.length === 0 ? usual(flow) : asked;
};

const needs = check('needs', { needs: ['appOauth'] }, ({ appOauth, integration: { flow } }, wanted) => {
  if (appOauth === undefined) return undefined;
  const asked = wantedIn(flow, wanted);
  const scopes = listed(appOauth.scopes);
  const absent = missing(asked, appOauth.scopes);
  const issued = appOauth.scopes.filter((scope) => !withheldBy(flow).includes(scope));
  const withheld = missing(asked, issued).filter((need) => !absent.includes(need));
  const values = { missing: listed(absent), withheld: listed(withheld), scopes };
  if (absent.length > 0) return closed('missing-scope', withheld.length > 0 ? 'missing-both' : 'missing', values);
  if (withheld.length > 0) return closed('missing-scope', 'not-by-flow', values);
  return open('enough', { needs: listed(asked), scopes });
});

const anew = check('anew', { needs: ['appOauth'] }, ({ appOauth, integration: { flow } }, wanted) =>
  appOauth !== undefined && logsInAnew(flow) && wanted.needs.includes('refresh')
    ? open('anew', { flow: flow ?? '' }, { note: true })
    : undefined,
);

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
  checks: [needs, anew, full, notUsed],
};
