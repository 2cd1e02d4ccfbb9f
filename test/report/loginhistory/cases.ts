import type { FailureGroup, LoginFailures } from '../../../src/model/index.ts';

const starts = Array.from({ length: 24 }, (_none, at) =>
  new Date(Date.UTC(2026, 10, 22, 3 + at)).toISOString().replace('.000Z', 'Z'),
);

const spread = (rows: Readonly<Record<number, number>>): readonly number[] => starts.map((_start, at) => rows[at] ?? 0);

const group: FailureGroup = {
  key: 'user-frozen',
  title: 'The user is frozen',
  causes: [{ id: 'user-frozen', title: 'The user is frozen', decided: true }],
  rows: 1240,
  incidents: { atLeast: 113, exact: false },
  first: '2026-11-23T00:12:05Z',
  last: '2026-11-23T02:14:05Z',
  exactTimes: true,
  statuses: [{ status: 'User Is Frozen', recognised: true, decides: 'user-frozen', suspects: [], rows: 1240 }],
  users: { different: 1, top: [{ value: 'integration.marketing@acme.com', rows: 1240 }] },
  apps: { different: 1, top: [{ value: 'Marketing Sync', rows: 1240 }] },
  addresses: {
    different: 7,
    top: [
      { value: '203.0.113.7', rows: 900, forwardedFor: [] },
      { value: '203.0.113.8', rows: 200, forwardedFor: ['10.0.0.3'] },
    ],
  },
  loginTypes: { different: 1, top: [{ value: 'Remote Access 2.0', rows: 1240 }] },
  changes: [
    {
      at: '2026-11-23T00:07:05Z',
      by: 'Ada Admin (ada@acme.com)',
      action: 'frozeuser',
      section: 'Manage Users',
      display: 'Froze user account for Marketing Integration',
      about: 'user',
      beforeMs: 300_000,
      likely: true,
    },
  ],
};

const healed: FailureGroup = {
  ...group,
  lastSuccessBefore: '2026-11-22T23:58:00Z',
  firstSuccessAfter: '2026-11-23T02:20:00Z',
  remedy: {
    id: 'unfreeze',
    who: 'org-admin',
    effect: 'restores-user',
    title: 'Unfreeze the user',
    steps: ['Ask who froze the user, before you undo it.', 'In Setup, open Users, then the user, and press Unfreeze.'],
    risk: 'If the user was frozen for a security reason, unfreezing opens the door again.',
  },
};

const unknown: FailureGroup = {
  ...group,
  key: 'Failed: Nobody has seen this',
  title: 'Failed: Nobody has seen this',
  causes: [],
  rows: 3,
  incidents: { atLeast: 1, exact: true },
  first: '2026-11-22T14:00:00Z',
  last: '2026-11-22T14:00:04Z',
  statuses: [{ status: 'Failed: Nobody has seen this', recognised: false, suspects: [], rows: 3 }],
  users: { different: 1, top: [{ value: 'etl@acme.com', rows: 3 }] },
  apps: { different: 1, top: [{ value: 'ETL', rows: 3 }] },
  addresses: { different: 1, top: [{ value: '198.51.100.24', rows: 3, forwardedFor: [] }] },
  changes: [],
};

const open: FailureGroup = {
  ...unknown,
  key: 'ip-restricted or login-hours',
  title: 'Failed: IP Address Not Allowed',
  causes: [
    { id: 'ip-restricted', title: 'The login comes from an address that is not allowed', decided: false },
    { id: 'login-hours', title: 'The login is outside the login hours', decided: false },
  ],
  rows: 1,
  first: '2026-11-22T20:00:00Z',
  last: '2026-11-22T20:00:00Z',
  statuses: [
    {
      status: 'Failed: IP Address Not Allowed',
      recognised: true,
      suspects: ['ip-restricted', 'login-hours'],
      rows: 1,
    },
  ],
};

const plain: LoginFailures = {
  schemaVersion: 1,
  outcome: 'alarm',
  from: {
    kind: 'org',
    targetOrg: {
      username: 'admin@acme.com',
      orgId: '00DHn00010001DzMAI',
      alias: 'prod',
      instanceUrl: 'https://acme.my.salesforce.com',
    },
  },
  window: { from: '2026-11-22T03:00:00Z', to: '2026-11-23T03:00:00Z' },
  filters: { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] },
  totals: { rows: 4036, failures: 1244, successes: 2792, incidents: { atLeast: 115, exact: false } },
  statuses: [...group.statuses, ...unknown.statuses, ...open.statuses],
  groupedBy: 'cause',
  groups: [healed, unknown, open],
  chart: {
    bucketMs: 3_600_000,
    starts,
    failures: [
      { key: 'user-frozen', title: 'The user is frozen', rows: spread({ 21: 400, 22: 640, 23: 200 }) },
      { key: 'Failed: Nobody has seen this', title: 'Failed: Nobody has seen this', rows: spread({ 11: 3 }) },
      { key: 'ip-restricted or login-hours', title: 'Failed: IP Address Not Allowed', rows: spread({ 17: 1 }) },
    ],
    successes: starts.map((_start, at) => (at < 21 ? 120 + at : at === 21 ? 62 : 0)),
  },
  spikes: [
    {
      key: 'user-frozen',
      title: 'The user is frozen',
      window: { from: '2026-11-23T01:00:00Z', to: '2026-11-23T02:00:00Z' },
      rows: 640,
      baseline: { median: 4, windows: 7, from: '2026-11-22T18:00:00Z' },
      times: 160,
    },
    {
      key: 'Failed: Nobody has seen this',
      title: 'Failed: Nobody has seen this',
      window: { from: '2026-11-22T14:00:00Z', to: '2026-11-22T15:00:00Z' },
      rows: 3,
      baseline: { median: 0, windows: 7, from: '2026-11-22T07:00:00Z' },
    },
  ],
  rates: [
    {
      user: 'integration.billing@acme.com',
      window: { from: '2026-11-23T01:00:00Z', to: '2026-11-23T02:00:00Z' },
      rows: 2410,
      successes: 2398,
      apps: {
        different: 2,
        top: [
          { value: 'Billing Export', rows: 2000 },
          { value: 'Marketing Sync', rows: 398 },
        ],
      },
      limit: 3600,
      state: 'near',
    },
  ],
  storms: [
    {
      user: 'integration.marketing@acme.com',
      app: 'Marketing Sync',
      addresses: { different: 1, top: [{ value: '203.0.113.7', rows: 900 }] },
      statuses: ['User Is Frozen', 'Invalid Password'],
      window: { from: '2026-11-23T00:12:05Z', to: '2026-11-23T02:14:05Z' },
      rows: 1240,
      perMinute: 10.7,
      ahead: [
        { kind: 'lockout', wrongPasswords: 12, limit: 10, minutes: 15, state: 'enough' },
        { kind: 'hourly-limit', perHour: 3620, limit: 3600, state: 'ahead' },
      ],
      lockoutUnknown: false,
    },
  ],
  silences: [
    {
      user: 'etl@acme.com',
      app: 'Nightly ETL',
      lastSuccess: '2026-11-22T02:00:00Z',
      successes: 168,
      since: '2026-11-15T02:00:00Z',
      longestGapMs: 3_600_000,
      silentMs: 90_000_000,
    },
  ],
  completeness: { whole: true, sight: 'whole', ownRowsOnly: false, gaps: [], untold: [], silenceLookedFor: true },
  cost: { orgRoundTrips: 9, requests: 12, apiCalls: 12, milliseconds: 1840 },
};

const base: LoginFailures = {
  ...plain,
  threshold: {
    limit: 20,
    windowMs: 900_000,
    state: 'exceeded',
    highest: { from: '2026-11-23T01:02:00Z', to: '2026-11-23T01:17:00Z', rows: 180 },
  },
  spiking: { factor: 3, windowMs: 3_600_000 },
};

const nothing = { failures: [], starts, bucketMs: 3_600_000, successes: starts.map(() => 0) };

/** Nothing stands out, and nothing was asked for. */
const bare: LoginFailures = { ...plain, outcome: 'listed', spikes: [], storms: [], silences: [], rates: [] };

const quiet: LoginFailures = {
  ...bare,
  outcome: 'no-alarm',
  threshold: { limit: 20, windowMs: 900_000, state: 'kept' },
  totals: { rows: 2792, failures: 0, successes: 2792, incidents: { atLeast: 0, exact: true } },
  statuses: [],
  groups: [],
  chart: { ...plain.chart, failures: [] },
};

const blind: LoginFailures = {
  ...quiet,
  outcome: 'inconclusive',
  filters: {
    usernames: ['etl@acme.com'],
    apps: ['ETL', 'Sync'],
    sourceIps: ['203.0.113.0/24'],
    loginTypes: [],
    statuses: [],
  },
  totals: { ...quiet.totals, rows: 0, successes: 0 },
  chart: nothing,
  completeness: {
    whole: false,
    sight: 'partial',
    ownRowsOnly: true,
    permission: 'Monitor Login History',
    gaps: [
      { from: '2026-11-22T04:00:00Z', to: '2026-11-22T05:00:00Z', why: 'timed-out' },
      { from: '2026-11-22T06:00:00Z', to: '2026-11-22T07:00:00Z', why: 'refused', code: 'MALFORMED_QUERY' },
    ],
    untold: [{ dimension: 'sourceIp', rows: 1200 }],
    changesUnseen: { permission: 'View Setup and Configuration' },
    silenceLookedFor: false,
  },
};

const file: LoginFailures = {
  ...bare,
  outcome: 'inconclusive',
  from: {
    kind: 'file',
    name: 'LoginHistory1699999999999.csv',
    format: 'login-history',
    zone: { name: 'UTC', from: 'assumed' },
    dates: { order: 'mdy', found: 'assumed' },
    missing: ['application', 'countryIso'],
  },
  threshold: {
    limit: 20,
    windowMs: 900_000,
    state: 'undecided',
    highest: { from: '2026-11-23T01:02:00Z', to: '2026-11-23T01:17:00Z', rows: 12, atMost: 44 },
  },
  completeness: {
    ...plain.completeness,
    whole: false,
    cutAt: 20_000,
    unread: {
      rows: 12,
      byReason: { 'too-few-columns': 11, 'time-not-understood': 1 },
      samples: [
        { line: 7, reason: 'too-few-columns', text: 'broken' },
        { line: 93, reason: 'no-status' },
      ],
    },
  },
};

const day = 86_400_000;

/** Half a year: more buckets than a narrow terminal has columns, and more causes than have a sign. */
const long: LoginFailures = {
  ...bare,
  outcome: 'listed',
  groupedBy: 'hour',
  window: { from: '2026-06-01T00:00:00Z', to: '2026-11-28T00:00:00Z' },
  groups: Array.from({ length: 14 }, (_none, at) => ({
    ...healed,
    key: `2026-11-${10 + at}T00:00:00Z`,
    title: `2026-11-${10 + at}T00:00:00Z`,
    rows: 5,
  })),
  chart: {
    bucketMs: 4 * day,
    starts: Array.from({ length: 45 }, (_none, at) =>
      new Date(Date.UTC(2026, 5, 1) + at * 4 * day).toISOString().replace('.000Z', 'Z'),
    ),
    failures: [...Array.from({ length: 6 }, (_none, at) => `Cause ${at + 1}`), 'other'].map((title, at) => ({
      key: title,
      title: title === 'other' ? '' : title,
      rows: Array.from({ length: 45 }, (_none, bucket) => ((bucket * 7 + at * 3) % 11) * (at + 1)),
    })),
    successes: Array.from({ length: 45 }, (_none, at) => (at * 13) % 29),
  },
};

/** Results as `understand` gives them. */
export const cases = { alarm: base, quiet, blind, file, long } as const;
