import { check, closed, notSeen, open } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { roads } from '../roads.ts';

const sessionLevel = check(
  'session-level',
  { needs: ['app'], flows: ['jwt', 'client-credentials', 'password'] },
  ({ app }) => {
    if (app === undefined) return undefined;
    if (app.requiresHighAssurance === undefined) return notSeen('not-told');
    return app.requiresHighAssurance ? closed('mfa-required', 'high', { app: app.name }) : open('standard');
  },
);

/** That a high-assurance policy stops a login without a person is documented or seen; what it does in other flows is not. */
const otherFlows = check(
  'session-level-other',
  { needs: ['app'], flows: ['refresh-token', 'web', 'device', 'token-exchange'] },
  ({ app }) => (app?.requiresHighAssurance === true ? notSeen('high', { app: app.name }) : undefined),
);

const permission = check(
  'permission',
  { needs: ['userPermissions'], flows: ['password', 'soap-login'] },
  ({ userPermissions: { twoFactorApi } }) =>
    twoFactorApi.length === 0
      ? open('none')
      : closed('mfa-required', 'two-factor', {}, { parts: { roads: roads(twoFactorApi) } }),
);

/** Is a second factor asked for that the client cannot give? */
export const mfa: GateRule = { id: 'mfa', checks: [sessionLevel, otherFlows, permission] };
