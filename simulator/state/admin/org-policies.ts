import { nextId } from '../ids.ts';
import { myDomainOf } from '../lookup.ts';
import type { Org, TransactionPolicy } from '../types.ts';
import { audit } from './act.ts';
import type { Act } from './act.ts';

/** "Allow OAuth Username-Password Flows": no action code is known. */
export const blockPasswordFlow = (act: Act): void => {
  setOauthFlows(act, { passwordFlowBlocked: true });
};

type Settings = Org['settings'];

/** The switches of OAuth and OpenID Connect settings: no action code is known. */
export const setOauthFlows = (
  { org }: Act,
  switches: Partial<Pick<Settings, 'passwordFlowBlocked' | 'userAgentFlowBlocked' | 'pkceRequired'>>,
): void => {
  Object.assign(org.settings, switches);
};

/** Session settings of the org: no action code is known. */
export const setSessions = (
  { org }: Act,
  settings: Partial<Pick<Settings, 'sessionMinutes' | 'lockSessionsToIp' | 'enforceIpRangesEveryRequest'>>,
): void => {
  Object.assign(org.settings, settings);
};

/** What the two texts mean is not told: the row goes by the name of its action. */
export const requireMyDomainForApi = (act: Act, on: boolean): void => {
  act.org.settings.apiLoginRequiresMyDomain = on;
  const [action, word] = on
    ? ['enableAPILoginRequiresOrgDomain', 'Enabled']
    : ['disableAPILoginRequiresOrgDomain', 'Disabled'];
  audit(act, action, 'My Domain', `${word} SOAP API logins from https://login.salesforce.com`);
};

export const requireMyDomainForUsers = (act: Act, on: boolean): void => {
  act.org.settings.onlyLoginWithMyDomain = on;
  const [action, word] = on
    ? ['enableRequireLoginFromOrgDomain', 'Enabled']
    : ['disableRequireLoginFromOrgDomain', 'Disabled'];
  audit(act, action, 'My Domain', `${word} user logins from https://login.salesforce.com`);
};

/** Every session ends with it. The text of this row was never seen; it is known to name the new login URL. */
export const renameMyDomain = (act: Act, name: string): void => {
  const { org } = act;
  org.myDomainName = name;
  for (const session of org.sessions) session.ended = true;
  audit(act, 'enhancedDomainChosen', 'My Domain', `https://${myDomainOf(org)}`);
};

/** "Enable SOAP API login()" in User Interface settings: no action code is known. */
export const setSoapLogin = ({ org }: Act, on: boolean): void => {
  org.settings.soapLoginEnabled = on;
};

/** Single Sign-On Settings: no action code is known for another issuer. */
export const setSamlIssuer = ({ org }: Act, issuer: string): void => {
  org.settings.samlIssuer = issuer;
};

/** A policy on an event, switched on. The text of this row was never seen. */
export const addTransactionPolicy = (
  act: Act,
  given: Pick<TransactionPolicy, 'developerName' | 'label' | 'eventName'>,
): void => {
  act.org.transactionPolicies.push({ ...given, id: nextId(act.org, '0NI'), enabled: true, changedAt: act.at });
  audit(act, 'transactionSecurityPolicyCreatedEnabled', 'Transaction Security', given.label);
};

/** A trusted range added: no action code is known. */
export const addTrustedIpRange = ({ org }: Act, start: string, end: string): void => {
  org.settings.trustedIpRanges.push({ start, end });
};

export const removeTrustedIpRange = (act: Act, start: string): void => {
  const { settings } = act.org;
  const gone = settings.trustedIpRanges.filter((range) => range.start === start);
  settings.trustedIpRanges = settings.trustedIpRanges.filter((range) => range.start !== start);
  for (const { end } of gone)
    audit(act, 'deleteIpWhiteList', 'Security Controls', `Deleted Ip AllowList from ${start} to ${end}`);
};

const attempts = (value: Org['settings']['maxLoginAttempts']): string =>
  value === 'NoLimit' ? 'No Limit' : String(value);

export const changeMaxLoginAttempts = (act: Act, value: Org['settings']['maxLoginAttempts']): void => {
  const before = act.org.settings.maxLoginAttempts;
  act.org.settings.maxLoginAttempts = value;
  const display = `Changed password maximum invalid attempts policy from ${attempts(before)} to ${attempts(value)}`;
  audit(act, 'passwordmaxinvalid', 'Password Policies', display);
};

const interval = (value: Org['settings']['lockoutInterval']): string =>
  value === 'forever' ? 'Forever' : `${value} minutes`;

export const changeLockoutInterval = (act: Act, value: Org['settings']['lockoutInterval']): void => {
  const before = act.org.settings.lockoutInterval;
  act.org.settings.lockoutInterval = value;
  audit(
    act,
    'passwordlockout',
    'Password Policies',
    `Changed password lockout period policy from ${interval(before)} to ${interval(value)}`,
  );
};

const expiry = (days: number | undefined): string =>
  days === undefined ? 'Never expires' : days === 365 ? 'One year' : `${days} days`;

/** Passwords of users who must change them age by the new rule. */
export const changePasswordExpiry = (act: Act, days: number | undefined): void => {
  const { settings, users } = act.org;
  const display = `Changed password expiry policy from ${expiry(settings.passwordExpiresAfterDays)} to ${expiry(days)}`;
  if (days === undefined) delete settings.passwordExpiresAfterDays;
  else settings.passwordExpiresAfterDays = days;
  for (const user of users) {
    if (user.passwordExpiresAt === undefined) continue;
    if (days === undefined) delete user.passwordExpiresAt;
    else user.passwordExpiresAt = user.passwordChangedAt + days * 24 * 3600 * 1000;
  }
  audit(act, 'passwordexpiry', 'Password Policies', display);
};

/** Section and text of this row were never seen. */
export const setApiAccessControl = (act: Act, on: boolean): void => {
  act.org.settings.apiAccessControl = on;
  audit(act, on ? 'adminApprovedAppsOnlyOffOn' : 'adminApprovedAppsOnlyOnOff', '', '');
};
