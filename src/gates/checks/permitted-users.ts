import type { Facts, Path } from '../../model/index.ts';
import { check, closed, notSeen, open, unseen, type Reading } from '../check.ts';
import { appFlows, type GateRule } from '../gate.ts';
import { roads } from '../roads.ts';
import { isRunAs, runAsName } from '../subject.ts';

type Seen = Pick<Facts, 'integration' | 'app'> &
  Partial<Pick<Facts, 'appAccess' | 'runAs' | 'grants' | 'appOauth' | 'groupMembers'>>;

const assigned = (facts: Seen, name: string, paths: readonly Path[]): Reading => {
  if (paths.length > 0) {
    const grouped = paths.some(({ via }) => via === 'permission-set-group');
    return open('assigned', { app: name }, { parts: { roads: roads(paths, grouped ? facts.groupMembers : []) } });
  }
  const carriers = roads(facts.appAccess?.carriers ?? []);
  const more = { parts: { carriers: carriers.length === 0 ? [{ say: 'none' }] : carriers } };
  // Whether the password flow asks for an assignment is not documented.
  return facts.integration.flow === 'password'
    ? notSeen('password', { app: name }, more)
    : closed('user-not-preauthorized', 'not-assigned', { app: name }, more);
};

const adminApproved = (facts: Seen, name: string): Reading | undefined => {
  if (isRunAs(facts)) {
    if (!('runAs' in facts)) return unseen('runAs');
    return facts.runAs === undefined ? undefined : assigned(facts, name, facts.runAs.paths);
  }
  return facts.appAccess === undefined ? unseen('appAccess') : assigned(facts, name, facts.appAccess.paths);
};

/** An approval counts for the JWT flow only if it was given with the refresh token scope. */
const jwtApproval = (facts: Seen, app: string): Reading => {
  const { grants } = facts;
  if (grants === undefined) return unseen('grants');
  if (grants.length === 0) return closed('user-not-approved', 'never-approved', { app });
  const { appOauth } = facts;
  if (appOauth === undefined) return unseen('appOauth');
  return appOauth.scopes.includes('refreshtoken')
    ? open('approved', { app, count: grants.length })
    : notSeen('no-refresh-scope', { app });
};

const selfAuthorized = (facts: Seen, app: string): Reading => {
  const { flow } = facts.integration;
  if (flow === 'jwt') return jwtApproval(facts, app);
  if (flow !== 'token-exchange') return open('self', { app });
  if (facts.grants === undefined) return unseen('grants');
  return facts.grants.length > 0 ? open('approved', { app, count: facts.grants.length }) : notSeen('exchange', { app });
};

const policy = check(
  'policy',
  { needs: ['app'], also: ['appAccess', 'runAs', 'grants', 'appOauth', 'groupMembers'] },
  (facts) => {
    const { app, integration } = facts;
    if (app === undefined) return undefined;
    const actsAsNobody = integration.flow === 'client-credentials' && runAsName(integration, app) === undefined;
    if (app.permittedUsers === undefined) return notSeen('not-told', { app: app.name });
    if (app.permittedUsers === 'self-authorized') return selfAuthorized(facts, app.name);
    return actsAsNobody && integration.username === undefined ? undefined : adminApproved(facts, app.name);
  },
);

/** May this user use the app, and by which road? */
export const permittedUsers: GateRule = {
  id: 'permitted-users',
  flows: appFlows,
  checks: [policy],
};
