/** LOGIN_TYPE codes of the event log, as the labels that Login History shows. Source: object reference, EventLogFile Login. */
const labels: Readonly<Record<string, string>> = {
  i: 'Remote Access 2.0',
  '6': 'Remote Access Client',
  I: 'Other Apex API',
  A: 'Application',
  '7': 'AppExchange',
  s: 'Certificate-based login',
  k: 'Chatter Communities External User',
  n: 'Chatter Communities External User Third Party SSO',
  x: 'Cross Tenant Login',
  r: 'Employee Login to Community',
  z: 'Lightning Login',
  l: 'Networks Portal API Only',
  R: 'Partner Product',
  w: 'Passwordless Login',
  '3': 'Customer Service Portal',
  q: 'Partner Portal Third-Party SSO',
  '9': 'Partner Portal',
  '5': 'SAML Idp Initiated SSO',
  m: 'SAML Chatter Communities External User SSO',
  b: 'SAML Customer Service Portal SSO',
  c: 'SAML Partner Portal SSO',
  h: 'SAML Site SSO',
  '8': 'SAML Sfdc Initiated SSO',
  E: 'SelfService',
  j: 'Third Party SSO',
};

/** An unknown code is shown as it is. */
export const loginTypeLabel = (code: string): string => labels[code] ?? code;
