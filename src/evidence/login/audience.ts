import { loginBase } from '../../oauth/index.ts';
import type { HostKind } from './host-kind.ts';

/**
 * The audience of a JWT for a login host: `SF_AUDIENCE_URL` where it is set, as in the CLI; the generic hosts by their own names,
 * whatever the address they were reached by; else the login URL itself (a My Domain URL works in practice, a site URL is documented).
 * Source: help, OAuth 2.0 JWT bearer flow; core's `getLoginAudienceCombos`.
 */
export const audienceFor = (loginUrl: string, kind: HostKind, override?: string): string => {
  if (override !== undefined && override !== '') return override;
  if (kind === 'login') return 'https://login.salesforce.com';
  if (kind === 'test') return 'https://test.salesforce.com';
  return loginBase(loginUrl);
};
