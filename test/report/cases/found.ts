import type { Diagnosis, Finding } from '../../../src/model/index.ts';

export const notPreauthorized: Finding = {
  cause: 'user-not-preauthorized',
  role: 'root',
  standing: 'confirmed',
  gate: 'permitted-users',
  title: 'The user is not assigned to the app.',
  meaning:
    'The app admits only users whom an admin has approved in advance, and no profile or permission set of this user carries it.',
  signs: [
    {
      clue: 'no-assignment',
      kind: 'proves',
      text: 'None of the 3 permission sets of integration.marketing@acme.com carries "Marketing Sync".',
      sources: [
        { place: 'org', name: 'ConnectedApplication' },
        { place: 'org', name: 'SetupEntityAccess' },
      ],
    },
    {
      clue: 'said',
      kind: 'suggests',
      text: "The login was told: user hasn't approved this consumer.",
      sources: [{ place: 'error-text' }],
    },
    {
      clue: 'was-granted',
      kind: 'rules-out',
      text: 'An older grant of this user for the app still stands.',
      sources: [{ place: 'org', name: 'OauthToken' }],
    },
  ],
  unread: [],
  remedies: [
    {
      id: 'assign-permission-set',
      who: 'org-admin',
      effect: 'grants-access',
      title: 'Assign a permission set that carries the app.',
      steps: [
        'Open the app under Manage Connected Apps and see which permission sets carry it.',
        'Assign one of them to integration.marketing@acme.com.',
      ],
      command:
        'sf org assign permset --name Marketing_Sync --on-behalf-of integration.marketing@acme.com --target-org prod',
      setup: 'https://acme.my.salesforce.com/lightning/setup/ConnectedApplication/home',
      risk: 'The permission set may grant more than the app.',
    },
    {
      id: 'self-authorize',
      who: 'org-admin',
      effect: 'relaxes-policy',
      title: 'Let users approve the app themselves.',
      steps: ['Set Permitted Users to "All users may self-authorize".'],
      risk: 'Every user of the org may then use the app.',
    },
  ],
  verify: 'Log in again: the next row in Login History must read Success.',
  since: '2026-11-22T23:10:00.000Z',
  change: {
    at: '2026-11-22T23:10:00.000Z',
    by: 'ada.admin@acme.com',
    action: 'PermSetUnassign',
    display: 'Permission set Marketing Sync: unassigned from user Integration Marketing',
    about: 'user',
  },
};

export const ipNext: Finding = {
  cause: 'ip-restricted',
  role: 'next',
  standing: 'confirmed',
  gate: 'ip',
  title: 'The address is outside the login IP ranges of the profile.',
  meaning: 'The profile admits logins from its ranges only.',
  signs: [
    {
      clue: 'outside',
      kind: 'proves',
      text: '203.0.113.7 is in none of the 2 ranges of the profile Integration.',
      sources: [{ place: 'org', name: 'Profile' }],
    },
  ],
  unread: [],
  remedies: [
    {
      id: 'add-range',
      who: 'org-admin',
      effect: 'relaxes-policy',
      title: 'Add the address to the login IP ranges of the profile.',
      steps: ['Open the profile.', 'Add the range.'],
      setup: '/lightning/setup/EnhancedProfiles/home',
    },
  ],
};

export const certLater: Finding = {
  cause: 'jwt-cert-expired',
  role: 'later',
  standing: 'confirmed',
  gate: 'assertion',
  title: "The app's certificate expires.",
  meaning: 'After that day every JWT login through the app is refused.',
  signs: [
    {
      clue: 'expires',
      kind: 'foretells',
      text: 'The certificate CN=marketing-sync is valid until 2026-12-01.',
      sources: [{ place: 'org', name: 'ConnectedApp' }],
    },
  ],
  unread: [],
  remedies: [
    {
      id: 'new-certificate',
      who: 'developer',
      effect: 'changes-credential',
      title: 'Make a new key pair and upload its certificate.',
      steps: [],
    },
  ],
  on: '2026-12-01T00:00:00.000Z',
};

/** A cause that was found, with everything that can stand on a screen. */
export const found: Diagnosis = {
  schemaVersion: 1,
  outcome: 'cause-found',
  integration: {
    username: 'integration.marketing@acme.com',
    app: 'Marketing_Sync',
    appLabel: 'Marketing Sync',
    consumerKey: '3MVG9AbCdEfGhIjKlMnOpQrStUvWxYz.0123456789',
    flow: 'jwt',
    loginUrl: 'https://login.salesforce.com',
    sourceIps: ['203.0.113.7'],
    login: 'ci-marketing',
  },
  targetOrg: {
    username: 'ada.admin@acme.com',
    orgId: '00D5e000001AbCdEAK',
    instanceUrl: 'https://acme.my.salesforce.com',
  },
  absent: [],
  refusals: [
    {
      channel: 'token-endpoint',
      origin: 'text',
      code: 'invalid_grant',
      description: "user hasn't approved this consumer",
      status: 400,
      text: '{"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
      line: 12,
      count: 3,
      phrase: 'not-approved',
      suspects: ['user-not-preauthorized', 'user-not-approved'],
    },
  ],
  failingRow: {
    id: '0Ya5e00000AbCdECAV',
    at: '2026-11-23T02:14:05.000Z',
    status: 'Failed: Not approved for access',
    application: 'Marketing Sync',
    sourceIp: '203.0.113.7',
  },
  lastSuccess: '2026-11-22T22:00:00.000Z',
  firstFailure: '2026-11-23T02:14:05.000Z',
  findings: [notPreauthorized, ipNext, certLater],
  changes: [
    {
      at: '2026-11-22T23:10:00.000Z',
      by: 'ada.admin@acme.com',
      action: 'PermSetUnassign',
      display: 'Permission set Marketing Sync: unassigned from user Integration Marketing',
      about: 'user',
    },
    {
      at: '2026-11-22T22:30:00.000Z',
      action: 'changedpassword',
      display: 'Changed password for user Bob Builder',
      about: 'user',
    },
  ],
  ruledOut: ['user-frozen', 'user-inactive', 'user-locked-out', 'login-hours', 'password-expired'],
  blindSpots: [
    {
      fact: 'attempt',
      why: 'not-asked',
      cure: '--attempt',
      text: 'We did not look at what a real login is told: --attempt would show it.',
      causes: ['jwt-wrong-key-or-cert'],
    },
    {
      fact: 'appOauth',
      why: 'denied',
      permission: 'Customize Application',
      text: 'This session may not see the app\'s OAuth settings: it needs the permission "Customize Application".',
      causes: ['missing-scope', 'jwt-cert-expired', 'jwt-wrong-key-or-cert', 'flow-not-enabled'],
    },
    {
      fact: 'oauthSettings',
      why: 'denied',
      permission: 'Customize Application',
      text: 'This session may not see the org\'s OAuth settings: it needs the permission "Customize Application".',
      causes: ['flow-blocked-org-wide'],
    },
  ],
  cost: { orgRoundTrips: 3, requests: 11, milliseconds: 1834 },
};
