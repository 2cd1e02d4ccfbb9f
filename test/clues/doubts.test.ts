import { expect } from 'chai';
import appBlocked from '../../src/causes/app-blocked-or-uninstalled.ts';
import wrongSubject from '../../src/causes/jwt-wrong-subject.ts';
import mfaRequired from '../../src/causes/mfa-required.ts';
import policyExpired from '../../src/causes/refresh-token-policy-expired.ts';
import notApproved from '../../src/causes/user-not-approved.ts';
import wrongEndpoint from '../../src/causes/wrong-endpoint.ts';
import type { Change, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const generic = { url: 'https://login.salesforce.com', reachable: true, kind: 'login', status: 200 } as const;
const app = healthy.app!;
const block: Change = {
  at: '2026-11-20T01:00:00Z',
  action: 'blockConnectedApplication',
  display: 'Blocked Connected App Marketing Sync',
  about: 'app',
};

const proved: ReadonlyArray<[typeof notApproved, Partial<Facts>]> = [
  [notApproved, { app: { ...app, permittedUsers: 'self-authorized' }, grants: [] }],
  [appBlocked, { changes: [block] }],
  [
    wrongEndpoint,
    {
      integration: { ...healthy.integration, loginUrl: generic.url },
      loginHost: generic,
      organization: { ...healthy.organization, isSandbox: true },
    },
  ],
];

describe('a login that worked lately', () => {
  it('says nothing against a session level that is refused behind the login, and speaks of a login by password', () => {
    const facts = { ...healthy, app: { ...app, requiresHighAssurance: true } };
    expect(standing(mfaRequired, facts).standing).to.equal('confirmed');
    const byPassword = { ...row('2026-11-23T01:00:00Z'), loginSubType: 'OauthUsernamePassword' };
    const integration = { ...healthy.integration, flow: 'password' } as const;
    const lately = standing(mfaRequired, { ...facts, integration, loginRows: [byPassword] });
    expect(lately.said).to.include({ 'worked-lately': 'rules-out' });
  });

  for (const [cause, facts] of proved) {
    it(`leaves ${cause.id} only suspected, while no failure was shown`, () => {
      const lately = standing(cause, { ...healthy, ...facts });
      expect(lately.standing).to.equal('suspected');
      expect(lately.said).to.include({ 'worked-lately': 'rules-out' });
    });

    it(`says nothing against ${cause.id} where a failure was shown, where it is long ago, or where another app logged in`, () => {
      const long = { loginRows: [row('2026-11-10T01:00:00Z')] };
      expect(standing(cause, { ...healthy, ...facts, ...long }).standing).to.equal('confirmed');
      const other = { loginRows: [row('2026-11-23T01:00:00Z', { application: 'Browser' })] };
      expect(standing(cause, { ...healthy, ...facts, ...other }).standing).to.equal('confirmed');
      const shown = { refusals: [suspecting(cause.id)] };
      expect(standing(cause, { ...healthy, ...facts, ...shown }).said).not.to.have.property('worked-lately');
    });
  }

  it('says nothing of what was changed since', () => {
    const changes = [{ ...block, at: '2026-11-23T01:30:00Z' }];
    expect(standing(appBlocked, { ...healthy, changes }).standing).to.equal('confirmed');
  });

  it('tells of refresh tokens only where one was used', () => {
    const zero: Partial<Facts> = {
      ...healthy,
      integration: { ...healthy.integration, flow: 'refresh-token' },
      app: { ...app, refreshTokenPolicy: { kind: 'zero' } },
    };
    expect(standing(policyExpired, zero).standing).to.equal('confirmed');
    const loginRows = [row('2026-11-23T01:00:00Z', { loginSubType: 'OauthRefreshToken' })];
    expect(standing(policyExpired, { ...zero, loginRows }).standing).to.equal('suspected');
  });

  it('is silent where nothing speaks for the cause', () => {
    expect(standing(notApproved, healthy).said).not.to.have.property('worked-lately');
  });
});

describe('an org that is not that of the login host', () => {
  const other = { ...healthy.organization, id: '00D000000000002AAA' };

  it('proves nothing by what it does not know', () => {
    const wrong = { ...healthy, organization: other, user: undefined, app: undefined, loginRows: [] };
    expect(standing(wrongSubject, wrong).standing).to.equal('suspected');
    expect(standing(wrongEndpoint, wrong).standing).to.equal('suspected');
    const decided = { ...wrong, refusals: [deciding('jwt-wrong-subject')] };
    expect(standing(wrongSubject, decided).standing).to.equal('confirmed');
  });

  it('proves a wrong host where it knows the user', () => {
    expect(standing(wrongEndpoint, { ...healthy, organization: other, loginRows: [] }).standing).to.equal('confirmed');
  });
});

describe('a JWT login of the CLI at a general host', () => {
  it('does not prove the host wrong: the CLI tries the others by itself', () => {
    const integration = { ...healthy.integration, login: 'ci', loginUrl: generic.url };
    const organization = { ...healthy.organization, isSandbox: true };
    const facts = {
      ...healthy,
      integration,
      organization,
      loginHost: generic,
      refusals: [suspecting('wrong-endpoint')],
    };
    expect(standing(wrongEndpoint, facts).said).to.deep.equal({ said: 'suggests', 'cli-host': 'suggests' });
  });
});

describe('an org that knows neither the user nor the app', () => {
  const { username, app: name } = healthy.integration;
  const unplaced = { username: username!, app: name!, flow: 'jwt', sourceIps: [] } as const;
  const facts = { ...healthy, integration: unplaced, user: undefined, app: undefined, loginRows: [] };

  it('proves nothing, while nothing shows that the login belongs to it', () => {
    expect(standing(wrongSubject, facts).said).to.include({ subject: 'proves', 'neither-known': 'rules-out' });
    const shared = { ...facts, integration: { ...unplaced, loginUrl: 'https://login.salesforce.com' } };
    expect(standing(wrongSubject, shared).standing).to.equal('suspected');
  });

  it('proves what it did, where it knows one of them, where the host is its own, or where a wording has it alone', () => {
    expect(standing(wrongSubject, { ...facts, app: healthy.app }).standing).to.equal('confirmed');
    expect(standing(wrongSubject, { ...facts, integration: healthy.integration }).standing).to.equal('confirmed');
    const decided = { ...facts, refusals: [deciding('jwt-wrong-subject')] };
    expect(standing(wrongSubject, decided).standing).to.equal('confirmed');
  });
});
