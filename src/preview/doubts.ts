import { valueOf } from '../model/index.ts';
import type { Evidence } from '../model/index.ts';

/** What keeps anybody from saying that a login which went well goes well today, whatever the change does. */
export type Doubt = 'app-missing' | 'api-access' | 'session-level' | 'no-api-scope';

/** Of an app that nobody installed the org holds tokens all the same. */
const isAppMissing = ({ app, appNames, integration }: Evidence): boolean => {
  const [label, names] = [valueOf(integration)?.app?.toLowerCase(), valueOf(appNames)];
  return (
    label !== undefined &&
    names !== undefined &&
    app.state === 'known' &&
    app.value === undefined &&
    !names.some((name) => name.toLowerCase() === label)
  );
};

/**
 * login() goes well where only approved apps may use the API; whether that then lets in who comes by none is not seen.
 * Source: https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.security_api_access_control_all_users.htm
 */
const mayBeShutOut = ({ apiAccess, integration }: Evidence): boolean =>
  valueOf(integration)?.flow === 'soap-login' && valueOf(apiAccess)?.adminApprovedAppsOnly === true;

/** A login goes well where an app asks for sessions of high assurance: it is the API that refuses others. */
const mayBeTooLow = ({ app }: Evidence): boolean => valueOf(app)?.requiresHighAssurance === true;

/** So it does where an app has no scope that opens the API. */
const hasNoApi = ({ appOauth }: Evidence): boolean =>
  valueOf(appOauth)?.scopes.every((scope) => scope !== 'api' && scope !== 'full') === true;

export const doubtOf = (evidence: Evidence): Doubt | undefined => {
  if (isAppMissing(evidence)) return 'app-missing';
  if (mayBeShutOut(evidence)) return 'api-access';
  if (mayBeTooLow(evidence)) return 'session-level';
  return hasNoApi(evidence) ? 'no-api-scope' : undefined;
};
