import type { Preview, PreviewedIntegration } from '../../../src/model/index.ts';

const integration = {
  user: 'integration@acme.example',
  app: 'Marketing Sync',
  flow: 'jwt',
  sourceIps: ['203.0.113.7'],
  person: false,
  logins: 120,
  lastLogin: '2026-11-23T01:00:00.000Z',
} as const;

const at = { file: 'force-app/main/default/profiles/Sync.profile-meta.xml', line: 12, column: 5 };

const ranges = { element: 'loginIpRanges', text: 'Profile Sync: login IP ranges become 10.0.0.1.', at };

const refused: PreviewedIntegration = {
  integration,
  verdict: 'refused',
  refusing: [
    {
      cause: 'ip-restricted',
      gate: 'ip',
      title: 'The address is not allowed',
      text: 'The login comes from 203.0.113.7, and the profile lets in 10.0.0.1 only.',
      remedies: [
        {
          id: 'add-range',
          who: 'org-admin',
          effect: 'relaxes-policy',
          title: 'Add the range',
          steps: ['Open the profile.'],
        },
      ],
    },
  ],
  untold: [],
  edits: [ranges],
};

const untold: PreviewedIntegration = {
  integration: { ...integration, user: 'erp@acme.example', app: 'ERP, "old" <one>' },
  verdict: 'untold',
  refusing: [],
  untold: ['The change touches the profile of the user, and what it was is not seen.'],
  edits: [ranges],
};

const goesOn: PreviewedIntegration = {
  integration: { ...integration, user: 'other@acme.example' },
  verdict: 'goes-on',
  refusing: [],
  untold: [],
  edits: [],
};

export const preview: Preview = {
  schemaVersion: 1,
  outcome: 'refused',
  targetOrg: {
    username: 'admin@acme.example',
    orgId: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
  },
  window: { since: '2026-10-24T02:00:00.000Z', until: '2026-11-23T02:00:00.000Z' },
  counts: {
    integrations: 3,
    refused: 1,
    untold: 1,
    'works-again': 0,
    'refused-already': 0,
    'goes-on': 1,
    accepted: 0,
    people: 2,
  },
  integrations: [refused, untold, goesOn],
  edits: [ranges],
  lint: [
    {
      rule: 'callback-http',
      level: 'error',
      text: 'The callback URL http://sync.example sends codes over http.',
      at: { file: 'force-app/a.connectedApp-meta.xml', line: 3, column: 9 },
    },
  ],
  blindSpots: [],
  cost: { orgRoundTrips: 7, requests: 12, milliseconds: 900 },
};

export const clear: Preview = {
  ...preview,
  outcome: 'clear',
  counts: { ...preview.counts, integrations: 1, refused: 0, untold: 0 },
  integrations: [goesOn],
  edits: [],
  lint: [],
};

export const accepted: Preview = {
  ...preview,
  outcome: 'clear',
  counts: { ...preview.counts, integrations: 1, untold: 0, accepted: 1 },
  integrations: [{ ...refused, accepted: { reason: 'moves away' } }],
};
