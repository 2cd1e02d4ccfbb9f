import { expect } from 'chai';
import type { App, Facts, Flow, GateState, Grant } from '../../src/model/index.ts';
import type { Wanted } from '../../src/gates/index.ts';
import { app, but, grant, oauth, stateOf } from './support/but.ts';
import { openCase } from './support/closers.ts';
import { gateOf, textsOf, walked } from './support/walked.ts';

describe('gate scopes', () => {
  const look = (flow: Flow, scopes: readonly string[], needs: Wanted['needs'] = []): GateState =>
    stateOf(flow, { facts: oauth({ scopes }), wanted: { needs } }, 'scopes');

  it('against the flow', () => {
    expect(look('jwt', ['api'])).to.equal('open');
    expect(look('jwt', ['full'])).to.equal('open');
    expect(look('client-credentials', ['full'])).to.equal('closed');
    expect(look('client-credentials', ['api'])).to.equal('open');
    expect(look('refresh-token', ['api'])).to.equal('closed');
    expect(look('refresh-token', ['api', 'offlineaccess'])).to.equal('open');
  });

  it('against what is needed', () => {
    expect(look('web', ['chatter'], ['chatter'])).to.equal('open');
    expect(look('web', ['api'], ['chatter'])).to.equal('open');
    expect(look('web', ['chatter'], ['api'])).to.equal('closed');
    expect(look('web', ['full'], ['refresh'])).to.equal('closed');
    expect(look('web', ['openid'], ['profile'])).to.equal('closed');
    expect(look('web', ['email'], ['profile'])).to.equal('open');
    expect(look('web', ['lightning'], ['web'])).to.equal('closed');
  });

  it('what is missing in the app, and what only the flow does not count, are told apart', () => {
    const look2 = (scopes: readonly string[], needs: Wanted['needs']) =>
      textsOf(walked(but('client-credentials', { facts: oauth({ scopes }), wanted: { needs } })), 'scopes');
    expect(look2(['full'], ['api'])).to.include('Missing for: api. The app has a scope for it (full)');
    expect(look2(['api', 'full'], ['full'])).to.include('this flow does not count it: add the scopes');
    expect(look2(['web'], ['web', 'api'])).to.include('Missing for: api. For web the app has a scope');
    expect(look2(['openid'], ['api'])).to.include('Missing for: api. The app has: openid.');
  });

  it('no refresh token is missed in a flow that logs in anew', () => {
    for (const flow of ['jwt', 'client-credentials'] as const) {
      const check = walked(
        but(flow, { facts: oauth({ scopes: ['api', 'openid'] }), wanted: { needs: ['refresh', 'openid'] } }),
      );
      expect(gateOf(check, 'scopes').state).to.equal('open');
      expect(textsOf(check, 'scopes')).to.include('gives no refresh token and needs none');
    }
    // An app without OAuth settings has no scopes to speak of.
    expect(stateOf('jwt', { facts: { appOauth: undefined }, wanted: { needs: ['refresh'] } }, 'scopes')).to.equal(
      'not-applicable',
    );
    // Other flows live on it.
    expect(look('web', ['api', 'openid'], ['refresh', 'openid'])).to.equal('closed');
    expect(look('jwt', ['openid'], ['refresh'])).to.equal('closed');
  });

  it('full, and what nothing needs, are named', () => {
    const check = walked(
      but('web', {
        facts: oauth({ scopes: ['full', 'refreshtoken', 'pardot'] }),
        wanted: { needs: ['api', 'refresh'] },
      }),
    );
    expect(check.warnings.map(({ check: name, kind }) => [name, kind])).to.deep.equal([
      ['full', 'note'],
      ['unused', 'note'],
    ]);
    expect(textsOf(check, 'scopes')).to.include('nothing needs: pardot');
  });
});

describe('gate refresh-token', () => {
  const withPolicy = (refreshTokenPolicy: App['refreshTokenPolicy'], grants: readonly Grant[]): Partial<Facts> => ({
    ...app({ refreshTokenPolicy: refreshTokenPolicy! }),
    grants,
  });
  const refresh = (facts: Partial<Facts>) => walked(but('refresh-token', { facts }));

  it('foretells the day on which the token dies', () => {
    const used = grant('2026-01-01T00:00:00Z', '2026-11-20T00:00:00Z');
    const idle = refresh(withPolicy({ kind: 'inactivity', period: 7, unit: 'days' }, [used]));
    expect(idle.warnings.find(({ check }) => check === 'forecast')?.on).to.equal('2026-11-27T00:00:00Z');
    const lifetime = refresh(withPolicy({ kind: 'lifetime', period: 12, unit: 'months' }, [used]));
    expect(textsOf(lifetime, 'refresh-token')).to.include('2027-01-01');
    expect(lifetime.warnings.filter(({ check }) => check === 'forecast')).to.deep.equal([]);
    expect(lifetime.outcome).to.equal('healthy');
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

  it('five live tokens: the next login pushes the oldest out', () => {
    const five = Array.from({ length: 5 }, (_none, day) => grant(`2026-11-1${day}T00:00:00Z`));
    const check = refresh({ grants: five });
    expect(check.warnings.find(({ check: name }) => name === 'grants')).to.include({
      kind: 'note',
      cause: 'refresh-token-limit-exceeded',
    });
    expect(gateOf(check, 'refresh-token').state).to.equal('open');
  });

  it('no token is no trouble for a web login, which makes one', () => {
    expect(stateOf('web', { facts: { grants: [] } }, 'refresh-token')).to.equal('open');
    expect(gateOf(refresh({ grants: [] }), 'refresh-token').closedBy[0]?.cause).to.equal(
      'refresh-token-revoked-or-expired',
    );
  });

  it('rotation, and a token that lies idle although it never ends, are worth knowing', () => {
    const idle = [grant('2026-01-01T00:00:00Z', '2026-09-01T00:00:00Z')];
    const check = refresh({ ...withPolicy({ kind: 'infinite' }, idle), ...oauth({ refreshTokenRotation: true }) });
    expect(check.warnings.map(({ check: name }) => name)).to.include.members(['forecast', 'rotation']);
  });
});

describe('gate run-as-user', () => {
  it('wants a My Domain host', () => {
    const loginHost = { url: 'https://login.salesforce.com', reachable: true, kind: 'login' as const };
    expect(
      gateOf(walked(but('client-credentials', { facts: { loginHost } })), 'run-as-user').closedBy[0]?.cause,
    ).to.equal('wrong-endpoint');
  });

  it('a run-as user who is gone, and one who is not API-only', () => {
    expect(stateOf('client-credentials', { facts: { runAs: undefined } }, 'run-as-user')).to.equal('closed');
    const runAs = { ...openCase('jwt').facts.runAs!, apiUserOnly: [] };
    const check = walked(but('client-credentials', { facts: { runAs } }));
    expect(gateOf(check, 'run-as-user').state).to.equal('open');
    expect(check.warnings.map(({ check: name }) => name)).to.include('api-only');
  });
});
