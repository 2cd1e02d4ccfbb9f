import { apiAccess } from './checks/api-access.ts';
import { app } from './checks/app.ts';
import { callbackUrl } from './checks/callback-url.ts';
import { certificate } from './checks/certificate.ts';
import { clientAuthentication } from './checks/client-authentication.ts';
import { flow } from './checks/flow.ts';
import { ip } from './checks/ip.ts';
import { loginHours } from './checks/login-hours.ts';
import { mfa } from './checks/mfa.ts';
import { permittedUsers } from './checks/permitted-users.ts';
import { propagated } from './checks/propagated.ts';
import { refreshToken } from './checks/refresh-token.ts';
import { runAsUser } from './checks/run-as-user.ts';
import { scopes } from './checks/scopes.ts';
import { userState } from './checks/user-state.ts';
import type { GateRule } from './gate.ts';

/** Every gate, in the order in which the walk goes through them. */
export const rules: readonly GateRule[] = [
  app,
  propagated,
  flow,
  clientAuthentication,
  callbackUrl,
  certificate,
  permittedUsers,
  userState,
  loginHours,
  ip,
  mfa,
  apiAccess,
  scopes,
  refreshToken,
  runAsUser,
];
