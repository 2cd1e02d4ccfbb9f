import type { AllAppsCheck, AppCheck, AppOauth, Integration, WaitResult } from '../../../src/model/index.ts';
import { unknown } from '../../../src/model/index.ts';
import { closers, openCase } from '../../gates/support/closers.ts';
import { walkEvidence, walked } from '../../gates/support/walked.ts';
import { evidence } from '../../support/evidence.ts';
import { without } from '../../support/without.ts';

const targetOrg = {
  username: 'admin@acme.example',
  orgId: '00D000000000001AAA',
  instanceUrl: 'https://acme.my.salesforce.com',
};

const cost = { orgRoundTrips: 3, requests: 9, milliseconds: 1840 };

const open = openCase('jwt');

const shut = (...gates: ReadonlyArray<keyof typeof closers>) =>
  gates.reduce((one, gate) => closers[gate]!('jwt', 'connected-app')!(one), open);

const inOrg = (check: AppCheck): AppCheck => ({ ...check, targetOrg, cost });

/** Two gates closed, a certificate that ends, and a note. */
const closed = inOrg(
  walked({
    ...shut('permitted-users', 'ip'),
    wanted: { needs: ['api'], certWarnDays: 500 },
  }),
);

const healthy = inOrg(walked(open));

const transient = inOrg(walked(shut('propagated')));

/** Nobody gave the private key, and the profile may not be read. */
const unseen = inOrg(
  walked({
    ...open,
    facts: without(
      without(without(open.facts as Required<typeof open.facts>, 'keyFile'), 'loginHours'),
      'loginIpRanges',
    ),
  }),
);

/** Nobody gave the private key, and the host was not asked. */
const flagMissing = inOrg(
  walkEvidence({ ...evidence(open.facts), keyFile: unknown('not-asked', '--jwt-key-file') }, open.wanted),
);

/** The name was mistyped. */
const mistyped = inOrg(
  walked({
    ...open,
    facts: {
      ...without(open.facts as Required<typeof open.facts>, 'keyProbe'),
      integration: {
        ...(without(open.facts.integration!, 'consumerKey') as Integration),
        app: 'Marketing Snyc',
      },
      app: undefined,
      appOauth: undefined as AppOauth | undefined,
    },
  }),
);

/** Nobody installed the app, and this user never approved it. */
const onlyAuthorised = inOrg(
  walkEvidence(
    {
      ...evidence({
        ...open.facts,
        integration: { ...(without(open.facts.integration!, 'consumerKey') as Integration), flow: 'web' },
        app: undefined,
        appTokens: { total: 40, notInstalled: 40, neverUsed: 3 },
        grants: [],
        approveUninstalled: [],
      }),
      appOauth: unknown('depends-on-unknown'),
      ipRelaxation: unknown('depends-on-unknown'),
    },
    open.wanted,
  ),
);

/** A cloud provider's ranges. */
const manyRanges = inOrg(
  walked({
    ...shut('ip'),
    facts: {
      ...shut('ip').facts,
      integration: {
        ...open.facts.integration!,
        sourceIps: Array.from({ length: 60 }, (_none, at) => `10.${at * 2}.0.0/16`),
      },
    },
  }),
);

const wait: WaitResult = {
  outcome: 'gave-up',
  limit: 'time',
  startedAt: '2026-11-23T02:00:00.000Z',
  elapsedMs: 58_000,
  wanted: { minutes: 1, stable: 2, budget: 25 },
  goodInARow: 0,
  suspects: ['app-not-found-or-propagating', 'app-wrong-consumer-key'],
  tries: [
    {
      at: '2026-11-23T02:00:00.000Z',
      elapsedMs: 0,
      host: 'acme.my.salesforce.com',
      answer: { code: 'invalid_client_id', description: 'client identifier invalid', status: 400 },
      class: 'transient',
      reason: 'key-not-known-yet',
    },
  ],
};

const waited: AppCheck = { ...walked(open), outcome: 'transient', wait };

/** Whole checks, one a situation that a screen must tell. */
export const checks = {
  closed,
  healthy,
  transient,
  unseen,
  flagMissing,
  mistyped,
  onlyAuthorised,
  manyRanges,
  waited,
};

export const allApps: AllAppsCheck = {
  schemaVersion: 1,
  outcome: 'cause-found',
  targetOrg,
  apps: [
    {
      app: { name: 'Marketing Sync', kind: 'connected-app', id: '0H4000000000001AAA', origin: 'own', near: [] },
      outcome: 'closed',
      riskiest: {
        gate: 'certificate',
        state: 'closed',
        text: 'The certificate CN=integration expired on 2026-11-01T00:00:00Z.',
        cause: 'jwt-cert-expired',
      },
      warnings: [],
      tokens: { total: 12_345, neverUsed: 17, notInstalled: 0 },
    },
    {
      app: {
        name: 'A very long name of an app that nobody would print on a badge',
        kind: 'external-client-app',
        id: '0xI000000000001AAA',
        origin: 'packaged',
        near: [],
      },
      outcome: 'later',
      riskiest: {
        gate: 'certificate',
        state: 'open',
        text: 'The certificate CN=x expires on 2026-12-01T00:00:00Z, in 7 days.',
        on: '2026-12-01T00:00:00Z',
      },
      warnings: [],
    },
    {
      app: { name: 'Some Vendor', origin: 'only-authorised', near: [] },
      outcome: 'note',
      riskiest: {
        gate: 'app',
        state: 'open',
        text: 'No admin installed it: users approved it by themselves (tokens: 40).',
      },
      warnings: [],
      tokens: { total: 40, neverUsed: 3, notInstalled: 40 },
    },
    {
      app: { name: 'Calm', kind: 'connected-app', id: '0H4000000000002AAA', origin: 'own', near: [] },
      outcome: 'open',
      warnings: [],
      tokens: { total: 0, neverUsed: 0, notInstalled: 0 },
    },
  ],
  tokens: { total: 12_600, neverUsed: 20, neverApproved: 40, cut: { read: 12_385, of: 12_600 } },
  named: [
    { via: 'certificate', name: 'CN=integration' },
    { via: 'certificate', name: 'CN=x' },
  ],
  blindSpots: [],
  cost: { orgRoundTrips: 5, requests: 67, milliseconds: 6400 },
};
