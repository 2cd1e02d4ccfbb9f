import { X509Certificate } from 'node:crypto';
import type { App, Id, Org } from '../../../state/types.ts';
import {
  addAppToPermissionSet,
  addAppToProfile,
  changeCallbackUrls,
  changeIpRelaxation,
  changePermittedUsers,
  changeQuietly,
  changeRefreshPolicy,
  changeScopes,
  removeAppFromPermissionSet,
  removeAppFromProfile,
  replaceCertificate,
  requirePkce,
  requireSecretForRefresh,
  setClientCredentials,
  setRotation,
  setSecretOptionalForWeb,
} from '../../../state/admin.ts';
import type { Act } from '../../../state/admin.ts';
import { userNamed } from '../../../state/lookup.ts';
import { bareCertificate } from '../connected-app.ts';
import { DeployProblem, noSuch } from './problem.ts';
import { change } from './taker.ts';

type Told =
  | 'name'
  | 'callbackUrls'
  | 'certificate'
  | 'scopes'
  | 'permittedUsers'
  | 'profileIds'
  | 'permissionSetIds'
  | 'ipRelaxation'
  | 'refreshPolicy'
  | 'rotation'
  | 'pkceRequired'
  | 'secretRequiredForRefresh'
  | 'secretOptionalForWeb'
  | 'deviceFlow'
  | 'tokenExchange'
  | 'requiresHighAssurance';

/** What a file wants of an app, in the words of the org's state. What it leaves out stays. */
export type Wanted = { [name in Told]?: App[name] | undefined } & {
  clientCredentials?: boolean | undefined;
  runAs?: string | undefined;
};

/** `given` is base64 on one line, or a whole PEM. */
const pemOf = (given: string): string => {
  const bare = bareCertificate(given) ?? '';
  const pem = `-----BEGIN CERTIFICATE-----\n${bare.replaceAll(/(.{64})/g, '$1\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
  try {
    return new X509Certificate(pem).toString();
  } catch {
    throw new DeployProblem('The certificate cannot be read.');
  }
};

/** Who loses the app, then who gets it. */
const setMembers = <T extends { id: Id }>(
  [before, after]: readonly [readonly Id[], readonly Id[]],
  all: readonly T[],
  [remove, add]: readonly [(one: T) => void, (one: T) => void],
): void => {
  for (const one of all.filter(({ id }) => before.includes(id) && !after.includes(id))) remove(one);
  for (const one of all.filter(({ id }) => after.includes(id) && !before.includes(id))) add(one);
};

const runAsUser = (org: Org, username: string | undefined): Org['users'][number] | undefined => {
  if (username === undefined) return undefined;
  const user = userNamed(org, username);
  if (user === undefined) throw noSuch('oauthClientCredentialUser', 'User', username);
  return user;
};

const changeClientCredentials = (act: Act, app: App, { clientCredentials, runAs }: Wanted): void => {
  const user = runAsUser(act.org, runAs);
  const { enabled, runAsUserId } = app.clientCredentials;
  const [on, who] = [clientCredentials ?? enabled, user?.id ?? runAsUserId];
  if (on === enabled && who === runAsUserId) return;
  setClientCredentials(
    act,
    app,
    on,
    act.org.users.find(({ id }) => id === who),
  );
};

const changeAccess = (act: Act, app: App, { profileIds, permissionSetIds }: Wanted): void => {
  const { profiles, permissionSets } = act.org;
  if (profileIds !== undefined) {
    setMembers([[...app.profileIds], profileIds], profiles, [
      (one) => removeAppFromProfile(act, app, one),
      (one) => addAppToProfile(act, app, one),
    ]);
  }
  if (permissionSetIds !== undefined) {
    setMembers([[...app.permissionSetIds], permissionSetIds], permissionSets, [
      (one) => removeAppFromPermissionSet(act, app, one),
      (one) => addAppToPermissionSet(act, app, one),
    ]);
  }
};

/** An administrator's acts, one for each thing that the file says otherwise than the org. */
export const changeApp = (act: Act, app: App, wanted: Wanted): void => {
  change(wanted.callbackUrls, app.callbackUrls, (urls) => changeCallbackUrls(act, app, urls));
  change(bareCertificate(wanted.certificate), bareCertificate(app.certificate), (one) =>
    replaceCertificate(act, app, pemOf(one)),
  );
  change(wanted.scopes, app.scopes, (scopes) => changeScopes(act, app, scopes));
  change(wanted.permittedUsers, app.permittedUsers, (who) => changePermittedUsers(act, app, who));
  changeAccess(act, app, wanted);
  change(wanted.ipRelaxation, app.ipRelaxation, (one) => changeIpRelaxation(act, app, one));
  change(wanted.refreshPolicy, app.refreshPolicy, (policy) => changeRefreshPolicy(act, app, policy));
  change(wanted.rotation, app.rotation, (on) => setRotation(act, app, on));
  change(wanted.pkceRequired, app.pkceRequired, (on) => requirePkce(act, app, on));
  change(wanted.secretRequiredForRefresh, app.secretRequiredForRefresh, (on) => requireSecretForRefresh(act, app, on));
  change(wanted.secretOptionalForWeb, app.secretOptionalForWeb, (on) => setSecretOptionalForWeb(act, app, on));
  changeClientCredentials(act, app, wanted);
  change(wanted.name, app.name, (name) => changeQuietly(act, app, { name }));
  change(wanted.deviceFlow, app.deviceFlow, (deviceFlow) => changeQuietly(act, app, { deviceFlow }));
  change(wanted.tokenExchange, app.tokenExchange, (tokenExchange) => changeQuietly(act, app, { tokenExchange }));
  change(wanted.requiresHighAssurance, app.requiresHighAssurance, (requiresHighAssurance) =>
    changeQuietly(act, app, { requiresHighAssurance }),
  );
};

/** Several URLs stand in one element, a line each. */
export const urlsIn = (text: string | undefined): string[] | undefined =>
  text
    ?.split('\n')
    .map((url) => url.trim())
    .filter((url) => url !== '');

export const permittedUsers = (adminApproved: boolean | undefined): App['permittedUsers'] | undefined => {
  if (adminApproved === undefined) return undefined;
  return adminApproved ? 'admin-approved' : 'self-authorized';
};
