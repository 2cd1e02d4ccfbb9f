import { expect } from 'chai';
import type { Client, App, Facts, Flow, GateState, Grant } from '../../src/model/index.ts';
import { app, but, grant, oauth, stateOf } from './support/but.ts';
import { openCase } from './support/closers.ts';
import { gateOf, walked } from './support/walked.ts';

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

describe('gate refresh-token', () => {
  const withPolicy = (refreshTokenPolicy: App['refreshTokenPolicy'], grants: readonly Grant[]): Partial<Facts> => ({
    ...app({ refreshTokenPolicy: refreshTokenPolicy! }),
    grants,
  });
  const refresh = (facts: Partial<Facts>) => walked(but('refresh-token', { facts }));

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
  it('a run-as user who is gone, and one who is not API-only', () => {
    expect(stateOf('client-credentials', { facts: { runAs: undefined } }, 'run-as-user')).to.equal('closed');
    const runAs = { ...openCase('jwt').facts.runAs!, apiUserOnly: [] };
    const check = walked(but('client-credentials', { facts: { runAs } }));
    expect(gateOf(check, 'run-as-user').state).to.equal('open');
    expect(check.warnings.map(({ check: name }) => name)).to.include('api-only');
  });
});
