import { defined } from '../../model/index.ts';
import type { Phrase } from './phrase.ts';

const source = 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm';

const previousNames =
  'https://help.salesforce.com/s/articleView?id=xcloud.domain_name_redirections_understand.htm&type=5';

const entry = (
  status: number,
  suspects: Phrase['suspects'],
  more: Partial<Pick<Phrase, 'decides' | 'when' | 'source'>> = {},
): readonly [number, Phrase] => [
  status,
  {
    id: `http.${status}`,
    channel: 'unknown',
    ...defined({ suspects }),
    evidence: 'documented',
    source,
    ...more,
    shared: true,
    vague: true,
  },
];

const apiHost = { 'api-host': ['wrong-token-type', 'wrong-endpoint', 'missing-scope'] } as const;

/** What a bare HTTP status says, where a text names nothing else. */
export const httpStatuses: ReadonlyMap<number, Phrase> = new Map([
  // Nothing answered.
  entry(0, ['network-or-proxy', 'tls-or-certificate', 'wrong-endpoint']),
  // So Salesforce sends on whoever asks a My Domain by a name that it had before.
  ...[301, 307].map((status) => entry(status, ['wrong-endpoint', 'network-or-proxy'], { source: previousNames })),
  entry(400, [
    'client-request-malformed',
    'wrong-username-or-password',
    'refresh-token-revoked-or-expired',
    'wrong-endpoint',
    'missing-security-token',
    'jwt-wrong-key-or-cert',
  ]),
  entry(
    401,
    [
      'session-invalid-not-oauth',
      'refresh-token-revoked-or-expired',
      'wrong-endpoint',
      'app-wrong-secret',
      'ip-restricted',
    ],
    { when: apiHost },
  ),
  entry(403, ['api-disabled-for-user-or-edition', 'rate-limited', 'ip-restricted', 'not-authentication']),
  entry(404, ['wrong-endpoint', 'org-inactive-or-deleted', 'not-authentication'], { when: apiHost }),
  entry(405, ['wrong-endpoint', 'client-request-malformed']),
  entry(407, [], { decides: 'network-or-proxy' }),
  entry(410, ['api-version-retired', 'client-request-malformed', 'wrong-endpoint', 'org-inactive-or-deleted']),
  entry(415, ['client-request-malformed', 'wrong-endpoint']),
  entry(420, ['org-inactive-or-deleted', 'wrong-endpoint', 'org-maintenance-or-read-only']),
  entry(429, ['rate-limited']),
  // A SOAP fault, so a refused login() too, comes with status 500.
  entry(500, ['org-maintenance-or-read-only', 'not-authentication', 'wrong-endpoint'], {
    when: { 'soap-login': ['wrong-username-or-password', 'missing-security-token', 'wrong-endpoint'] },
  }),
  entry(502, ['network-or-proxy', 'org-maintenance-or-read-only', 'org-inactive-or-deleted']),
  entry(503, ['org-maintenance-or-read-only', 'network-or-proxy', 'not-authentication']),
  entry(504, ['network-or-proxy', 'org-maintenance-or-read-only']),
]);

/** What the token endpoint leaves open where only its status is told: it was the right kind of place, and answered. */
const refusedToken = (status: number): readonly [number, Phrase] => [
  status,
  {
    id: `http.${status}_token`,
    channel: 'token-endpoint',
    suspects: [
      'wrong-username-or-password',
      'refresh-token-revoked-or-expired',
      'app-wrong-secret',
      'client-request-malformed',
      'flow-blocked-org-wide',
      'app-wrong-consumer-key',
      'wrong-endpoint',
    ],
    when: {
      jwt: ['jwt-wrong-key-or-cert', 'user-not-approved', 'jwt-expired-or-clock-skew'],
      'refresh-token': ['refresh-token-revoked-or-expired', 'refresh-token-policy-expired', 'refresh-token-rotated'],
      'client-credentials': ['client-credentials-no-run-as-user', 'flow-not-enabled', 'app-wrong-secret'],
      web: ['auth-code-expired-or-reused', 'redirect-uri-mismatch', 'app-wrong-secret'],
    },
    evidence: 'documented',
    source: 'https://datatracker.ietf.org/doc/html/rfc6749#section-5.2',
    shared: true,
    vague: true,
  },
];

/** The same, where it was the token endpoint that said it. */
export const tokenStatuses: ReadonlyMap<number, Phrase> = new Map([refusedToken(400), refusedToken(401)]);
