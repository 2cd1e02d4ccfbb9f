import type { Phrase } from './phrase.ts';

const auth = 'messages/auth.md, messages/core.md of @salesforce/core; messages/jwt.grant.md of @salesforce/plugin-auth';

/** What a client always says round the reason. It names the client and the flow, and speaks only where no reason can be read. */
export const frames: readonly Phrase[] = [
  {
    id: 'frame.jwt',
    phrases: [
      "We encountered a JSON web token error, which is likely not an issue with Salesforce CLI. Here's the error",
      'We encountered a JSON web token error, which is likely not an issue with Salesforce CLI',
      'We encountered a JSON web token error',
      'error authenticating with JWT config due to',
      'error authenticating with JWT',
    ],
    channel: 'client',
    suspects: [
      'jwt-wrong-key-or-cert',
      'user-not-approved',
      'jwt-wrong-audience',
      'jwt-key-file-unreadable',
      'wrong-endpoint',
    ],
    evidence: 'documented',
    source: auth,
    vague: true,
    frame: true,
  },
  {
    id: 'frame.auth_code',
    phrases: [
      'error authenticating with auth code due to',
      'error authenticating with auth code',
      'could not retrieve the username after successful auth code exchange',
      'could not retrieve the username after successful auth code exchange. Due to',
    ],
    channel: 'client',
    suspects: ['auth-code-expired-or-reused', 'network-or-proxy', 'api-disabled-for-user-or-edition', 'wrong-endpoint'],
    evidence: 'documented',
    source: auth,
    vague: true,
    frame: true,
  },
  {
    id: 'frame.refresh',
    phrases: ['error authenticating with the refresh token due to', 'unable to refresh session due to'],
    channel: 'client',
    suspects: [
      'refresh-token-revoked-or-expired',
      'refresh-token-policy-expired',
      'refresh-token-limit-exceeded',
      'refresh-token-rotated',
      'wrong-endpoint',
    ],
    evidence: 'documented',
    source: auth,
    vague: true,
    frame: true,
  },
  {
    id: 'frame.advice',
    phrases: [
      'This is most likely not an error with the Salesforce CLI. Please ensure all information is accurate and try again',
      'This is most likely not an error with the Salesforce CLI',
    ],
    channel: 'client',
    suspects: [],
    evidence: 'documented',
    source: auth,
    vague: true,
    frame: true,
  },
];
