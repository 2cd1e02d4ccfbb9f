import { expect } from 'chai';
import type { Facts, Flow, Gate, GateState } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { app, but, from, oauth, stateOf } from './support/but.ts';
import { openCase } from './support/closers.ts';
import { gateOf, textsOf, walked } from './support/walked.ts';

describe('gate permitted-users', () => {
  it('shows the whole road: permission set, group, profile', () => {
    const facts: Partial<Facts> = {
      appAccess: {
        paths: [
          { via: 'profile', name: 'Integration' },
          { via: 'permission-set', name: 'Direct' },
          { via: 'permission-set-group', name: 'Marketing' },
        ],
        carriers: [],
      },
      groupMembers: [
        { group: 'Marketing', set: 'Integration_Set', carriesApp: true, apiEnabled: false },
        { group: 'Marketing', set: 'Reports', carriesApp: false, apiEnabled: true },
      ],
    };
    const text = textsOf(walked(but('jwt', { facts })), 'permitted-users');
    expect(text).to.include(
      'by profile Integration, permission set Direct, permission set Integration_Set via group Marketing',
    );
  });

  it('says which assignment is missing', () => {
    const facts = { appAccess: { paths: [], carriers: [{ via: 'permission-set' as const, name: 'Sync_Access' }] } };
    expect(textsOf(walked(but('jwt', { facts })), 'permitted-users')).to.include(
      'Assigned are: permission set Sync_Access.',
    );
  });

  it('who authorises themselves need an approval for JWT only', () => {
    const self = app({ permittedUsers: 'self-authorized' });
    expect(stateOf('jwt', { facts: self }, 'permitted-users')).to.equal('open');
    expect(
      gateOf(walked(but('jwt', { facts: { ...self, grants: [] } })), 'permitted-users').closedBy[0]?.cause,
    ).to.equal('user-not-approved');
    expect(stateOf('web', { facts: { ...self, grants: [] } }, 'permitted-users')).to.equal('open');
    const noRefresh = { ...self, ...oauth({ scopes: ['api'] }) };
    expect(stateOf('jwt', { facts: noRefresh }, 'permitted-users')).to.equal('not-seen');
    expect(stateOf('token-exchange', { facts: { ...self, grants: [] } }, 'permitted-users')).to.equal('not-seen');
  });
});

describe('the gates of the user', () => {
  it('there, active, not locked, with a password that is good', () => {
    const closedBy = (flow: Flow, facts: Partial<Facts>, gate: Gate) =>
      gateOf(walked(but(flow, { facts })), gate).closedBy.map(({ cause }) => cause);
    const gone = { user: undefined, loginRows: [] };
    expect(closedBy('jwt', gone, 'user')).to.deep.equal(['jwt-wrong-subject']);
    expect(closedBy('password', gone, 'user')).to.deep.equal(['wrong-username-or-password']);
    const inactive = { user: { ...healthy.user!, isActive: false } };
    expect(closedBy('jwt', inactive, 'user-state')).to.deep.equal(['user-inactive']);
    const locked = { userLogin: { isFrozen: false, isPasswordLocked: true } };
    expect(closedBy('password', locked, 'user-state')).to.deep.equal(['user-locked-out']);
    expect(stateOf('jwt', { facts: locked }, 'user-state')).to.equal('not-seen');
    const over = { passwordExpiresAt: '2026-11-22T00:00:00Z' };
    expect(closedBy('password', over, 'user-state')).to.deep.equal(['password-expired']);
    expect(stateOf('jwt', { facts: over }, 'user-state')).to.equal('open');
  });

  it('say each by its own sentence how the user stands', () => {
    const text = textsOf(walked(but('password', {})), 'user-state');
    for (const part of ['is active', 'not frozen', 'not locked', 'has not expired']) expect(text).to.include(part);
    const soon = walked(but('password', { facts: { passwordExpiresAt: '2026-12-01T00:00:00Z' } }));
    const [warning] = soon.warnings;
    expect(warning).to.include({ cause: 'password-expired', on: '2026-12-01T00:00:00Z' });
    expect(warning?.text).to.include('in 7 days');
  });
});

describe('gate login-hours', () => {
  // 2026-11-23T02:00Z is Sunday, 18:00, in Los Angeles.
  const sunday = (start: number, end: number) => ({ loginHours: { sunday: { start: start * 60, end: end * 60 } } });

  it("open by the org's zone is open, shut by it alone is not seen", () => {
    expect(stateOf('jwt', { facts: sunday(8, 20) }, 'login-hours')).to.equal('open');
    const check = walked(but('jwt', { facts: sunday(8, 17) }));
    expect(gateOf(check, 'login-hours').state).to.equal('not-seen');
    expect(textsOf(check, 'login-hours')).to.include('America/Los_Angeles').and.to.include('08:00 to 17:00');
  });
});

describe('gate ip', () => {
  const ranges = { loginIpRanges: [{ start: '203.0.113.0', end: '203.0.113.127' }] };

  it('each address counts, IPv4 and IPv6, one or many, and what is missing is said as ranges, merged', () => {
    const facts = {
      ...ranges,
      ...from('203.0.113.7', '203.0.113.126/31', '203.0.113.128/26', '203.0.113.192/26', '2001:db8::/126'),
    };
    const check = walked(but('jwt', { facts }));
    expect(gateOf(check, 'ip').closedBy[0]?.cause).to.equal('ip-restricted');
    expect(check.addresses?.toAdd).to.deep.equal([
      { start: '203.0.113.128', end: '203.0.113.255' },
      { start: '2001:db8::', end: '2001:db8::3' },
    ]);
    expect(check.addresses?.sources.map(({ profile }) => profile)).to.deep.equal([
      'inside',
      'inside',
      'outside',
      'outside',
      'outside',
    ]);
  });

  it('a block that lies inside in part only is closed: its other addresses are refused', () => {
    const check = walked(but('jwt', { facts: { ...ranges, ...from('203.0.113.0/24') } }));
    expect(gateOf(check, 'ip').state).to.equal('closed');
    expect(check.addresses?.toAdd).to.deep.equal([{ start: '203.0.113.128', end: '203.0.113.255' }]);
  });

  it('the app may relax the ranges: but for JWT, for refreshes, or with a second factor, which nobody can see', () => {
    const outside = { ...ranges, ...from('192.0.2.1') };
    const withFlow = (flow: Flow, ipRelaxation: Facts['ipRelaxation']): GateState => {
      const integration = { ...healthy.integration, flow, sourceIps: ['192.0.2.1'] };
      return stateOf(flow, { facts: { ...outside, integration, ipRelaxation } }, 'ip');
    };
    expect(withFlow('jwt', 'enforce')).to.equal('closed');
    expect(withFlow('web', 'bypass')).to.equal('open');
    expect(withFlow('jwt', 'bypass')).to.equal('not-seen');
    expect(withFlow('refresh-token', 'enforce-relax-refresh')).to.equal('open');
    expect(withFlow('jwt', 'enforce-relax-refresh')).to.equal('closed');
    expect(withFlow('jwt', 'bypass-2factor')).to.equal('not-seen');
    expect(withFlow('soap-login', 'bypass')).to.equal('closed');
  });

  it('without an address, ranges are shown and nothing is judged', () => {
    const check = walked(but('jwt', { facts: { ...ranges, ...from(), loginRows: [] } }));
    expect(gateOf(check, 'ip').blindSpots.map(({ cure }) => cure)).to.include('--source-ip');
    expect(textsOf(check, 'ip')).to.include('203.0.113.0 - 203.0.113.127');
  });

  const listed = (tokenIpRanges: Facts['tokenIpRanges'], ...sourceIps: readonly string[]) => {
    const integration = { ...openCase('refresh-token').facts.integration!, sourceIps };
    return walked(but('refresh-token', { facts: { integration, tokenIpRanges }, kind: 'external-client-app' }));
  };

  const list = [{ start: '198.51.100.0', end: '198.51.100.255' }];

  it('what that list lacks is said in ranges as wide as it takes, or that it does not fit', () => {
    const wide = listed(list, '203.0.112.0/23', '198.51.100.7');
    expect(wide.addresses?.toAddTokenList).to.deep.equal([
      { start: '203.0.112.0', end: '203.0.112.255' },
      { start: '203.0.113.0', end: '203.0.113.255' },
    ]);
    expect(textsOf(wide, 'ip')).to.include('add 203.0.112.0 - 203.0.112.255, 203.0.113.0 - 203.0.113.255 to that list');
    const cloud = listed(list, '3.64.0.0/12');
    expect(cloud.addresses).to.not.have.property('toAddTokenList');
    expect(textsOf(cloud, 'ip')).to.include('has no room for it');
    expect(gateOf(cloud, 'ip').state).to.equal('closed');
  });

  it('127 ranges are left beside the one that is there: one more is too many', () => {
    const wide = ['10.0.0.0/18', '10.1.0.0/19', '10.2.0.0/20', '10.3.0.0/21', '10.4.0.0/22', '10.5.0.0/23'];
    const full = listed(list, ...wide, '10.6.0.0/24');
    expect(full.addresses?.toAddTokenList).to.have.lengthOf(127);
    expect(textsOf(full, 'ip')).to.include('10.0.5.0 - 10.0.5.255 ... (127) to that list');
    expect(listed(list, '10.0.0.0/17').addresses).to.not.have.property('toAddTokenList');
  });

  it('inside that list it is open; where list or address cannot be read, or none was given, it is not seen', () => {
    expect(textsOf(listed(list, '198.51.100.7'), 'ip')).to.include('198.51.100.7 is inside the IP allow-list');
    const unreadable = gateOf(listed([{ start: 'somewhere', end: 'else' }], '198.51.100.7'), 'ip');
    expect([unreadable.state, unreadable.closedBy]).to.deep.equal(['not-seen', []]);
    const unsaid = gateOf(listed(list), 'ip');
    expect(unsaid.state).to.equal('not-seen');
    expect(unsaid.blindSpots.map(({ cure }) => cure)).to.include('--source-ip');
  });

  it('outside the trusted ranges a password needs its security token, or ranges that are said', () => {
    const check = walked(but('password', { facts: { trustedIpRanges: [{ start: '192.0.2.1', end: '192.0.2.9' }] } }));
    expect(check.addresses?.toAddTrusted).to.deep.equal([{ start: '203.0.113.7', end: '203.0.113.7' }]);
    expect(textsOf(check, 'security-token')).to.include('they would have to take 203.0.113.7');
  });

  it('the allow-list for refresh tokens shuts out who is not on it', () => {
    const facts = { tokenIpRanges: [{ start: '198.51.100.1', end: '198.51.100.1' }] };
    expect(stateOf('refresh-token', { facts, kind: 'external-client-app' }, 'ip')).to.equal('closed');
    expect(stateOf('jwt', { facts, kind: 'external-client-app' }, 'ip')).to.equal('open');
  });
});

describe('gate mfa', () => {
  it('what a high-assurance policy does to other flows is not documented', () => {
    expect(stateOf('web', { facts: app({ requiresHighAssurance: true }) }, 'mfa')).to.equal('not-seen');
    expect(stateOf('web', {}, 'mfa')).to.equal('open');
  });
});

describe('gate api-access', () => {
  it('a group that mutes API Enabled is named', () => {
    const facts: Partial<Facts> = {
      userPermissions: { ...healthy.userPermissions, apiEnabled: [] },
      groupMembers: [{ group: 'Marketing', set: 'Api_Access', carriesApp: false, apiEnabled: true }],
    };
    const check = walked(but('jwt', { facts }));
    expect(gateOf(check, 'api-access').state).to.equal('closed');
    expect(textsOf(check, 'api-access')).to.include('permission set Api_Access via group Marketing');
  });

  it('API Access Control alone proves nothing', () => {
    const on = { apiAccess: { adminApprovedAppsOnly: true } };
    expect(stateOf('jwt', { facts: on }, 'api-access')).to.equal('open');
    expect(stateOf('jwt', { facts: { ...on, ...app({ permittedUsers: 'self-authorized' }) } }, 'api-access')).to.equal(
      'not-seen',
    );
  });
});
