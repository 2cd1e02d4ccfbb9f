import { escapeXml } from '../../frame/escape-xml.ts';

/** `text`: without the code. */
export type SoapFault = { code: string; text: string };

/** Partner (`u`) or enterprise (`c`). */
export type SoapApi = 'u' | 'c';

export const namespaceOf = (api: SoapApi): string => (api === 'u' ? 'partner' : 'enterprise');

/** One line; the fault code of a login carries no prefix. */
export const faultXml = (
  api: SoapApi,
  { code, text }: SoapFault,
  type: 'LoginFault' | 'UnexpectedErrorFault' = 'LoginFault',
): string => {
  const message = escapeXml(text);
  const prefix = type === 'LoginFault' ? '' : 'sf:';
  const detail = `<sf:${type} xsi:type="sf:${type}"><sf:exceptionCode>${code}</sf:exceptionCode><sf:exceptionMessage>${message}</sf:exceptionMessage></sf:${type}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.${namespaceOf(api)}.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<soapenv:Body><soapenv:Fault><faultcode>${prefix}${code}</faultcode><faultstring>${code}: ${message}</faultstring>` +
    `<detail>${detail}</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>`
  );
};

const generic = 'Invalid username, password, security token; or user locked out.';

export const invalidLogin: SoapFault = { code: 'INVALID_LOGIN', text: generic };

export const mustUseSecurityToken: SoapFault = {
  code: 'LOGIN_MUST_USE_SECURITY_TOKEN',
  text: `${generic} Are you at a new location? When accessing Salesforce--either via a desktop client or the API--from outside of your company’s trusted networks, you must add a security token to your password to log in. To get your new security token, log in to Salesforce. From your personal settings, enter Reset My Security Token in the Quick Find box, then select Reset My Security Token.`,
};

export const restrictedDomain: SoapFault = {
  code: 'LOGIN_DURING_RESTRICTED_DOMAIN',
  text: 'cannot log in from current domain',
};

export const soapLoginDisabled: SoapFault = {
  code: 'INVALID_OPERATION',
  text: 'SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().',
};

/** Recorded of the REST API. */
export const mutualAuthentication: SoapFault = {
  code: 'MUTUAL_AUTHENTICATION_FAILED',
  text: 'This session could not be mutually authenticated for the use with SOAP API',
};

export const transactionSecurity: SoapFault = {
  code: 'TXN_SECURITY_NO_ACCESS',
  text: "The operation you requested isn't allowed due to a security policy in your organization.",
};

export const trialExpired: SoapFault = { code: 'API_CURRENTLY_DISABLED', text: 'Your trial has expired.' };

export const loginRateExceeded: SoapFault = { code: 'INVALID_LOGIN', text: 'Login Rate Exceeded' };

/** Codes that are known without a text carry themselves as text. */
export const bare = (code: string): SoapFault => ({ code, text: code });
