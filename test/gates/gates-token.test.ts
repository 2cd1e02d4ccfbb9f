import { expect } from 'chai';
import type { App, Client, Facts, Flow, Gate, GateState, Grant } from '../../src/model/index.ts';
import { without } from '../support/without.ts';
import { app, but, grant, oauth, stateOf } from './support/but.ts';
import { openCase } from './support/closers.ts';
import { gateOf, textsOf, walked } from './support/walked.ts';

describe('gate scopes', () => {
  const look = (flow: Flow, scopes: readonly string[], needs: Client['needs'] = []): GateState =>
    stateOf(flow, { facts: oauth({ scopes }), wanted: { needs } }, 'scopes');

  it('against what is needed', () => {
    expect(look('web', ['chatter'], ['chatter'])).to.equal('open');
    expect(look('web', ['api'], ['chatter'])).to.equal('open');
    expect(look('web', ['chatter'], ['api'])).to.equal('closed');
    expect(look('web', ['full'], ['refresh'])).to.equal('closed');
    expect(look('web', ['openid'], ['profile'])).to.equal('closed');
    expect(look('web', ['email'], ['profile'])).to.equal('open');
    expect(look('web', ['lightning'], ['web'])).to.equal('closed');
  });
});

describe('the refresh scope', () => {
  it('goes by both of its names, and is said where it is missing', () => {
    for (const name of ['refreshtoken', 'offlineaccess']) {
      const check = walked(but('refresh-token', { facts: oauth({ scopes: ['api', name] }) }));
      expect(gateOf(check, 'scopes').state).to.equal('open');
      expect(check.warnings.map((warning) => warning.check)).not.to.include('no-refresh-scope');
    }
    const missing = walked(but('refresh-token', { facts: oauth({ scopes: ['api'] }) }));
    expect(missing.warnings.map(({ check }) => check)).to.include('no-refresh-scope');
    expect(textsOf(missing, 'scopes')).to.include('new logins bring no refresh token');
    const self = { ...app({ permittedUsers: 'self-authorized' }), ...oauth({ scopes: ['api', 'offlineaccess'] }) };
    expect(stateOf('jwt', { facts: self }, 'permitted-users')).to.equal('open');
  });

  it('is asked of no flow that logs in anew, and of those that live on it', () => {
    const wanted = { needs: ['refresh', 'openid'] } as const;
    for (const flow of ['jwt', 'client-credentials'] as const) {
      const check = walked(but(flow, { facts: oauth({ scopes: ['api', 'openid'] }), wanted }));
      expect(gateOf(check, 'scopes').state).to.equal('open');
      expect(textsOf(check, 'scopes')).to.include('brings no refresh token, and needs none');
    }
    expect(stateOf('web', { facts: oauth({ scopes: ['api', 'openid'] }), wanted }, 'scopes')).to.equal('closed');
  });
});

describe('gate refresh-token', () => {
  const withPolicy = (refreshTokenPolicy: App['refreshTokenPolicy'], grants: readonly Grant[]): Partial<Facts> => ({
    ...app({ refreshTokenPolicy: refreshTokenPolicy! }),
    grants,
  });
  const refresh = (facts: Partial<Facts>) => walked(but('refresh-token', { facts }));

  const forecast = (facts: Partial<Facts>) =>
    refresh(facts).warnings.find(({ kind, gate }) => kind === 'later' && gate === 'refresh-token');

  it('foretells the day on which the token dies, and shows it long before', () => {
    const used = grant('2026-01-01T00:00:00Z', '2026-11-17T00:00:00Z');
    const idle = withPolicy({ kind: 'inactivity', period: 7, unit: 'days' }, [used]);
    expect(forecast(idle)?.on).to.equal('2026-11-24T00:00:00Z');
    const lifetime = withPolicy({ kind: 'lifetime', period: 12, unit: 'months' }, [used]);
    expect(forecast(lifetime)).to.equal(undefined);
    expect(textsOf(refresh(lifetime), 'refresh-token')).to.include('none of 1 grant ends before 2027-01-01');
  });

  it('foretells the end of a token that lies idle though its policy has no end, whatever else logs in by the app', () => {
    const [row] = openCase('jwt').facts.loginRows ?? [];
    const loginRows = [{ ...row!, loginSubType: 'OauthClientCredentials' }];
    const endless = (lastUse: string, rows = loginRows) => ({
      ...withPolicy({ kind: 'infinite' }, [grant('2026-01-01T00:00:00Z', lastUse)]),
      loginRows: rows,
    });
    expect(forecast(endless('2026-11-03T00:00:00Z'))).to.include({
      on: '2026-12-03T00:00:00Z',
      cause: 'refresh-token-policy-expired',
    });
    const dead = refresh(endless('2026-09-01T00:00:00Z'));
    expect(gateOf(dead, 'refresh-token').state).to.equal('not-seen');
    expect(textsOf(dead, 'refresh-token')).to.include('idle for 30 days, whatever the policy of the app reads');
    const refreshed = [{ ...row!, loginSubType: 'OauthRefreshToken' }];
    expect(forecast(endless('2026-11-03T00:00:00Z', refreshed))).to.equal(undefined);
  });

  it('counts live grants against the limit: at five the next login pushes the oldest out', () => {
    const grants = (count: number) => ({
      grants: Array.from({ length: count }, (_none, day) => grant(`2026-11-1${day}T00:00:00Z`)),
    });
    const noted = (count: number) => refresh(grants(count)).warnings.filter(({ check }) => check === 'live-grants');
    expect(noted(4)).to.deep.equal([]);
    expect(textsOf(refresh(grants(4)), 'refresh-token')).to.include('4 of 5');
    expect(noted(5)).to.have.lengthOf(1);
    expect(noted(5)[0]).to.include({ kind: 'note', cause: 'refresh-token-limit-exceeded' });
  });

  it('no token is no trouble for a web login, which makes one; that the app ends it at once is worth knowing', () => {
    expect(stateOf('web', { facts: { grants: [] } }, 'refresh-token')).to.equal('open');
    expect(stateOf('refresh-token', { facts: { grants: [] } }, 'refresh-token')).to.equal('not-seen');
    const zero = walked(but('web', { facts: app({ refreshTokenPolicy: { kind: 'zero' } }) }));
    expect(gateOf(zero, 'refresh-token').state).to.equal('open');
    expect(zero.warnings.map(({ check, kind }) => [check, kind])).to.deep.include(['ends-at-once', 'note']);
  });

  it('over, partly over, ended at once', () => {
    const policy = { kind: 'lifetime', period: 10, unit: 'days' } as const;
    const [old, young] = [grant('2026-11-01T00:00:00Z'), grant('2026-11-20T00:00:00Z')];
    expect(gateOf(refresh(withPolicy(policy, [old])), 'refresh-token').closedBy[0]?.cause).to.equal(
      'refresh-token-policy-expired',
    );
    expect(gateOf(refresh(withPolicy(policy, [young, old])), 'refresh-token').state).to.equal('not-seen');
    expect(gateOf(refresh(withPolicy({ kind: 'zero' }, [young])), 'refresh-token').state).to.equal('closed');
  });
});

describe('gate run-as-user', () => {
  it('wants a My Domain host', () => {
    const loginHost = { url: 'https://login.salesforce.com', reachable: true, kind: 'login' as const };
    const check = walked(but('client-credentials', { facts: { loginHost } }));
    expect(gateOf(check, 'host').closedBy.map(({ cause }) => cause)).to.deep.equal(['wrong-endpoint']);
  });

  it('what is true of another user than the run-as user is told of neither', () => {
    const runAs = { ...openCase('jwt').facts.runAs!, username: 'robot@acme.example', paths: [] };
    const acting = app({ clientCredentials: { enabled: true, runAs: 'robot@acme.example' } });
    const named = ['user', 'userLogin', 'userPermissions', 'appAccess', 'loginHours', 'loginIpRanges'] as const;
    const facts = { ...acting, runAs: { ...runAs, isActive: false, apiEnabled: [] } };
    const whole = but('client-credentials', { facts });
    const check = walked({ ...whole, facts: without(whole.facts, ...named) });
    const closedBy = (gate: Gate) => gateOf(check, gate).closedBy.map(({ cause }) => cause);
    expect(closedBy('permitted-users')).to.deep.equal(['user-not-preauthorized']);
    expect(closedBy('user-state')).to.deep.equal(['user-inactive']);
    expect(closedBy('api-access')).to.deep.equal(['api-disabled-for-user-or-edition']);
    expect(gateOf(check, 'login-hours').state).to.equal('not-seen');
    expect(gateOf(check, 'ip').state).to.equal('not-seen');
  });

  it('a run-as user who is gone, and one who is not API-only', () => {
    expect(stateOf('client-credentials', { facts: { runAs: undefined } }, 'run-as-user')).to.equal('closed');
    const runAs = { ...openCase('jwt').facts.runAs!, apiUserOnly: [] };
    const check = walked(but('client-credentials', { facts: { runAs } }));
    expect(gateOf(check, 'run-as-user').state).to.equal('open');
    expect(check.warnings.map(({ check: name }) => name)).to.include('api-only');
  });
});
