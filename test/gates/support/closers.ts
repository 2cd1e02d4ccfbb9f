import type { Client, Facts, Flow, Gate, LoginRow } from '../../../src/model/index.ts';
import { now } from '../../support/evidence.ts';
import { healthy } from '../../support/healthy.ts';
import { without } from '../../support/without.ts';

export type Kind = 'connected-app' | 'external-client-app';

export type Case = { readonly facts: Partial<Facts>; readonly wanted: Client };

export const plainly: Client = { needs: [], certWarnDays: 30 };

const username = healthy.integration.username!;

/** An integration by this flow and this kind of app, seen whole, in which every gate is open. No attempt is made. */
export const openCase = (flow: Flow, kind: Kind = 'connected-app'): Case => {
  const app = healthy.app!;
  const appOauth = healthy.appOauth!;
  const facts: Facts = {
    ...healthy,
    integration: { ...healthy.integration, flow, username },
    app: { ...app, kind, clientCredentials: { enabled: true, runAs: username } },
    appOauth: {
      ...appOauth,
      clientCredentialsEnabled: true,
      deviceFlowEnabled: true,
      tokenExchangeEnabled: true,
      secretOptional: false,
    },
    appState: kind === 'connected-app' ? healthy.appState : { enabled: true },
    grants: [{ appName: app.name, createdAt: '2026-11-01T00:00:00Z', lastUsedAt: '2026-11-22T00:00:00Z', useCount: 3 }],
    oauthSettings: { passwordFlowBlocked: false, userAgentFlowBlocked: true, pkceRequired: false },
    runAs: {
      username,
      isActive: true,
      isFrozen: false,
      apiEnabled: healthy.userPermissions.apiEnabled,
      apiUserOnly: healthy.userPermissions.apiUserOnly,
      paths: healthy.appAccess.paths,
    },
  };
  return { facts: without(facts, 'attempt'), wanted: plainly };
};

/** Shuts one gate of a case, and leaves the facts of the others alone. Undefined: no login by this flow can be stopped there. */
export type Closer = (flow: Flow, kind: Kind) => ((before: Case) => Case) | undefined;

/** The last login that went well lies before the change: a day later it speaks no more against what is closed now. */
const change =
  (of: (facts: Facts) => Partial<Facts>) =>
  (before: Case): Case => ({
    ...before,
    facts: { ...before.facts, loginRows: longAgo(before.facts.loginRows ?? []), ...of(before.facts as Facts) },
  });

export const longAgo = (rows: readonly LoginRow[]): readonly LoginRow[] =>
  rows.map((row) => ({ ...row, at: minutesAgo(3000) }));

const inFlows =
  (flows: readonly Flow[], closer: (before: Case) => Case): Closer =>
  (flow) =>
    flows.includes(flow) ? closer : undefined;

const minutesAgo = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();

const shut = { start: 0, end: 0 };

export const closers: Readonly<Partial<Record<Gate, Closer>>> = {
  app: (flow, kind) =>
    flow === 'soap-login'
      ? undefined
      : change(() => ({
          appState:
            kind === 'connected-app'
              ? { blockedAt: minutesAgo(10), trailFrom: '2026-05-27T02:00:00Z' }
              : { enabled: false },
        })),
  propagated: (flow) =>
    flow === 'soap-login'
      ? undefined
      : change(({ app }) => ({
          app: { ...app!, changedAt: minutesAgo(4) },
          keyProbe: { host: 'acme.my.salesforce.com', answer: 'unknown' },
        })),
  flow: (flow, kind) => {
    if (flow === 'jwt' && kind === 'connected-app')
      return change(({ appOauth }) => ({ appOauth: without(appOauth!, 'certificate') }));
    if (flow === 'client-credentials')
      return change(({ appOauth }) => ({ appOauth: { ...appOauth!, clientCredentialsEnabled: false } }));
    if (flow === 'device') return change(({ appOauth }) => ({ appOauth: { ...appOauth!, deviceFlowEnabled: false } }));
    if (flow === 'token-exchange')
      return change(({ appOauth }) => ({ appOauth: { ...appOauth!, tokenExchangeEnabled: false } }));
    return flow === 'password'
      ? change(({ oauthSettings }) => ({ oauthSettings: { ...oauthSettings, passwordFlowBlocked: true } }))
      : undefined;
  },
  'client-authentication': inFlows(['refresh-token', 'web', 'client-credentials', 'password'], (before) => ({
    ...before,
    wanted: { ...before.wanted, sends: ['nothing'] },
  })),
  'callback-url': inFlows(
    ['web'],
    change(({ appOauth }) => ({ appOauth: { ...appOauth!, callbackUrls: [] } })),
  ),
  certificate: inFlows(
    ['jwt'],
    change(() => ({ keyFile: { state: 'unusable', path: 'server.key', problem: 'truncated' } })),
  ),
  'permitted-users': inFlows(
    ['jwt', 'refresh-token', 'client-credentials', 'web', 'device', 'token-exchange'],
    change(({ appAccess }) => ({ appAccess: { ...appAccess, paths: [] } })),
  ),
  'user-state': () => change(({ userLogin }) => ({ userLogin: { ...userLogin!, isFrozen: true } })),
  'login-hours': () =>
    change(() => ({
      loginHours: {
        monday: shut,
        tuesday: shut,
        wednesday: shut,
        thursday: shut,
        friday: shut,
        saturday: shut,
        sunday: shut,
      },
    })),
  ip: () => change(() => ({ loginIpRanges: [{ start: '198.51.100.0', end: '198.51.100.255' }] })),
  mfa: (flow) => {
    if (flow === 'jwt') return change(({ app }) => ({ app: { ...app!, requiresHighAssurance: true } }));
    return flow === 'password' || flow === 'soap-login'
      ? change(({ userPermissions }) => ({
          userPermissions: { ...userPermissions, twoFactorApi: [{ via: 'permission-set', name: 'MFA' }] },
        }))
      : undefined;
  },
  'api-access': () => change(({ userPermissions }) => ({ userPermissions: { ...userPermissions, apiEnabled: [] } })),
  scopes: (flow) =>
    flow === 'soap-login'
      ? undefined
      : (before) => {
          const narrow = change(({ appOauth }) => ({ appOauth: { ...appOauth!, scopes: ['openid'] } }))(before);
          return { ...narrow, wanted: { ...narrow.wanted, needs: ['api'] } };
        },
  'refresh-token': inFlows(
    ['refresh-token'],
    change(({ app }) => ({ app: { ...app!, refreshTokenPolicy: { kind: 'zero' } } })),
  ),
  'run-as-user': inFlows(
    ['client-credentials'],
    change(({ app }) => ({ app: { ...app!, clientCredentials: { enabled: true } }, runAs: undefined })),
  ),
};
