import type { Phrase } from './phrase.ts';

const help = 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm&type=5';

/** What is said of a token that was issued: where it is revoked, and where it asks who its user is. */
export const identity: readonly Phrase[] = [
  {
    id: 'revoke.unsupported',
    codes: ['unsupported_token_type'],
    phrases: ['token type not supported', 'this token type is not supported'],
    channel: 'token-endpoint',
    suspects: ['client-request-malformed', 'wrong-token-type'],
    evidence: 'documented',
    source: 'https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html',
    shared: true,
  },
  {
    id: 'revoke.invalid',
    codes: ['invalid_token'],
    phrases: ['token was invalid'],
    channel: 'token-endpoint',
    suspects: ['refresh-token-revoked-or-expired', 'session-invalid-not-oauth', 'wrong-endpoint', 'wrong-token-type'],
    evidence: 'documented',
    source: 'https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html',
    shared: true,
  },
  {
    id: 'identity.bad_token',
    codes: ['Bad_OAuth_Token'],
    phrases: ['Bad OAuth Token'],
    channel: 'identity',
    suspects: ['session-invalid-not-oauth', 'wrong-endpoint', 'refresh-token-revoked-or-expired', 'wrong-token-type'],
    evidence: 'observed',
    source: 'https://git.drupalcode.org/project/salesforce/-/commit/9bfd9e75bdac26b1f091dd20b8dd80ddba934ec0',
  },
  {
    id: 'identity.missing_token',
    codes: ['Missing_OAuth_Token'],
    channel: 'identity',
    decides: 'client-request-malformed',
    evidence: 'observed',
    source: 'recorded answer of /services/oauth2/userinfo',
  },
  {
    id: 'identity.scope',
    codes: ['Invalid_Scope'],
    channel: 'identity',
    suspects: ['missing-scope'],
    evidence: 'documented',
    source: help,
    shared: true,
  },
  {
    id: 'identity.verification_method',
    phrases: [
      'choose a verification method',
      'register the salesforce authenticator',
      'connect salesforce authenticator',
      'set up salesforce authenticator',
    ],
    channel: 'html',
    suspects: ['mfa-required'],
    evidence: 'documented',
    source:
      'https://help.salesforce.com/s/articleView?id=xcloud.security_optimize_verification_method_registration.htm&type=5',
  },
];
