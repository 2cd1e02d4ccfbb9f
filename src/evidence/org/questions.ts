import { appAhead, userAhead } from './ahead.ts';
import { appQuestions } from './app-check/index.ts';
import { appAccess } from './app-access.ts';
import { appOauth } from './app-oauth.ts';
import { app } from './app.ts';
import { assignmentEnds } from './assignment-ends.ts';
import { changes } from './changes.ts';
import { grants } from './grants.ts';
import { healthRisks } from './health-risks.ts';
import { ipRelaxation } from './ip-relaxation.ts';
import { listed } from './listed.ts';
import { loginEvents } from './login-events.ts';
import { loginHours } from './login-hours.ts';
import { loginIpRanges } from './login-ip-ranges.ts';
import { loginRows } from './login-rows.ts';
import { myDomain } from './my-domain.ts';
import { oauthSettings } from './oauth-settings.ts';
import { organization } from './organization.ts';
import { passwordExpiresAt } from './password-expires-at.ts';
import { passwordPolicy } from './password-policy.ts';
import type { Questions } from './question.ts';
import { rights } from './rights.ts';
import { roads } from './roads.ts';
import { roadsTo } from './roads-to.ts';
import { attended, secondFactors } from './second-factors.ts';
import { sessionSettings } from './session-settings.ts';
import { sessions } from './sessions.ts';
import { transactionPolicies } from './transaction-policies.ts';
import { trustedIpRanges } from './trusted-ip-ranges.ts';
import { userLogin } from './user-login.ts';
import { userPermissions } from './user-permissions.ts';
import { userOfApp } from './user-of-app.ts';
import { user } from './user.ts';
import { usersNear } from './users-near.ts';

/** Every question to an org: one file each. */
export const questions: Questions = {
  rights,
  listed,
  userOfApp,
  roads,
  appAhead,
  userAhead,
  organization,
  user,
  usersNear,
  userLogin,
  userPermissions,
  passwordExpiresAt,
  assignmentEnds,
  app,
  appOauth,
  ipRelaxation,
  appAccess,
  grants,
  sessions,
  loginRows,
  loginEvents,
  loginHours,
  loginIpRanges,
  trustedIpRanges,
  passwordPolicy,
  oauthSettings,
  myDomain,
  changes,
  singleSignOn: roadsTo('IsSsoEnabled', { ofFeature: true }),
  anyApiAuth: roadsTo('UseAnyApiAuth'),
  // In no describe; its name as public code has it: https://github.com/j-schreiber/js-sf-cli-security-audit
  anyApiClient: roadsTo('UseAnyApiClient'),
  secondFactors,
  // Source: https://help.salesforce.com/s/articleView?id=005321563&type=1
  privileged: roadsTo(['ModifyAllData', 'ViewAllData', 'CustomizeApplication', 'AuthorApex'], { flows: attended }),
  mfaWaived: roadsTo('BypassMFAForUiLogins', { ofFeature: true, flows: attended }),
  sessionSettings,
  healthRisks,
  transactionPolicies,
  ...appQuestions,
};
