import type { Facts, RunAs } from '../../model/index.ts';
import { check, closed, notSeen, open } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { isRunAs, runAsName } from '../subject.ts';

const nobody = 'client-credentials-no-run-as-user';

const set = check('set', { needs: ['app'] }, ({ app }) => {
  if (app === undefined) return undefined;
  const { clientCredentials } = app;
  if (clientCredentials === undefined) return notSeen('not-told');
  if (clientCredentials.runAs !== undefined) return open('set', { username: clientCredentials.runAs });
  return clientCredentials.enabled ? closed(nobody, 'none', { app: app.name }) : undefined;
});

type Seen = Pick<Facts, 'integration' | 'app'> & Partial<Pick<Facts, 'runAs' | 'user' | 'userPermissions'>>;

/** The run-as user, as far as seen: by the app's own setting, or as the user who was named. `undefined`: there is no such user. */
const whoRuns = (facts: Seen): Pick<RunAs, 'isActive'> | undefined | 'not-seen' => {
  if ('runAs' in facts) return facts.runAs;
  return !isRunAs(facts) && 'user' in facts ? facts.user : 'not-seen';
};

const active = check('active', { needs: ['app'], also: ['runAs', 'user'] }, (facts) => {
  const username = runAsName(facts.integration, facts.app);
  if (username === undefined) return undefined;
  const who = whoRuns(facts);
  if (who === 'not-seen') return notSeen('by-name', { username }, { cure: '--username' });
  if (who === undefined) return closed(nobody, 'gone', { username });
  return who.isActive ? open('active') : closed('user-inactive', 'inactive', { username });
});

/** The reference says that the user must have it; that a login without it is refused was not seen. */
const apiOnly = check('api-only', { needs: ['app'], also: ['runAs', 'userPermissions'] }, (facts) => {
  const username = runAsName(facts.integration, facts.app);
  if (username === undefined) return undefined;
  const named = isRunAs(facts) ? undefined : facts.userPermissions;
  const roads = (facts.runAs ?? named)?.apiUserOnly;
  if (roads === undefined) return undefined;
  return roads.length > 0 ? open('has') : open('lacks', { username }, { note: true });
});

const host = check('host', { also: ['loginHost'] }, ({ integration: { loginUrl }, loginHost }) => {
  if (loginUrl === undefined || loginHost === undefined) return undefined;
  const generic = loginHost.kind === 'login' || loginHost.kind === 'test';
  if (generic) return closed('wrong-endpoint', 'generic', { url: loginHost.url });
  return loginHost.kind === 'my-domain' ? open('my-domain', { url: loginHost.url }) : undefined;
});

/** As whom do client credentials act, and where? */
export const runAsUser: GateRule = {
  id: 'run-as-user',
  flows: ['client-credentials'],
  checks: [set, active, apiOnly, host],
};
