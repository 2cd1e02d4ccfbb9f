import { expect } from 'chai';
import appBlocked from '../../src/causes/app-blocked-or-uninstalled.ts';
import wrongSubject from '../../src/causes/jwt-wrong-subject.ts';
import noRunAs from '../../src/causes/client-credentials-no-run-as-user.ts';
import flowBlocked from '../../src/causes/flow-blocked-org-wide.ts';
import wrongKey from '../../src/causes/jwt-wrong-key-or-cert.ts';
import mfaRequired from '../../src/causes/mfa-required.ts';
import policyExpired from '../../src/causes/refresh-token-policy-expired.ts';
import notApproved from '../../src/causes/user-not-approved.ts';
import notPreauthorized from '../../src/causes/user-not-preauthorized.ts';
import wrongEndpoint from '../../src/causes/wrong-endpoint.ts';
import type { Cause, Change, Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const generic = { url: 'https://login.salesforce.com', reachable: true, kind: 'login', status: 200 } as const;
const app = healthy.app!;
const block: Change = {
  at: '2026-11-20T01:00:00Z',
  action: 'blockConnectedApplication',
  display: 'Blocked Connected App Marketing Sync',
  about: 'app',
};

type Proved = readonly [Cause, Partial<Facts>];

const by = (flow: Flow): Partial<Facts> => ({ integration: { ...healthy.integration, flow } });

/** By what an admin did once, or by what is absent: nobody can read it in a setting. */
const inferred: readonly Proved[] = [
  [notApproved, { app: { ...app, permittedUsers: 'self-authorized' }, grants: [] }],
  [appBlocked, { changes: [block] }],
];

const read: readonly Proved[] = [
  [notPreauthorized, { appAccess: { paths: [], carriers: [] } }],
  [wrongKey, { keyFile: { state: 'usable', path: 'server.key', spki: 'bb22', bits: 2048 } }],
  [noRunAs, { ...by('client-credentials'), app: { ...app, clientCredentials: { enabled: true } } }],
  [flowBlocked, by('password')],
  [policyExpired, { ...by('refresh-token'), app: { ...app, refreshTokenPolicy: { kind: 'zero' } } }],
  [mfaRequired, { app: { ...app, requiresHighAssurance: true } }],
  [
    wrongEndpoint,
    {
      integration: { ...healthy.integration, loginUrl: generic.url },
      loginHost: generic,
      organization: { ...healthy.organization, isSandbox: true },
    },
  ],
];

describe('a login that went well lately', () => {
  for (const [cause, facts] of inferred) {
    const seen = { ...healthy, ...facts };

    it(`leaves ${cause.id} only suspected, while no failure was shown`, () => {
      const lately = standing(cause, seen);
      expect(lately.standing).to.equal('suspected');
      expect(lately.said).to.include({ 'worked-lately': 'rules-out' });
    });

    it(`says nothing against ${cause.id} where a failure was shown, where it is long ago, or where another app logged in`, () => {
      const dayOld = { ...seen, loginRows: [row('2026-11-22T02:00:00Z')] };
      expect(standing(cause, dayOld).standing).to.equal('suspected');
      const older = { ...seen, loginRows: [row('2026-11-22T01:59:59Z')] };
      expect(standing(cause, older).standing).to.equal('confirmed');
      const other = { ...seen, loginRows: [row('2026-11-23T01:00:00Z', { application: 'Browser' })] };
      expect(standing(cause, other).standing).to.equal('confirmed');
      const shown = { ...seen, refusals: [suspecting(cause.id)] };
      expect(standing(cause, shown).said).not.to.have.any.keys('worked-lately', 'lately-unseen');
      const dated = { ...seen, failedAt: '2026-11-23T01:30:00Z' };
      expect(standing(cause, dated).said).not.to.have.any.keys('worked-lately', 'lately-unseen');
    });

    it(`is not known not to be there: ${cause.id} is no surer where login rows are not seen`, () => {
      const blind = standing(cause, without(seen, 'loginRows'));
      expect(blind.standing).to.equal('suspected');
      expect(blind.said).to.include({ 'lately-unseen': 'rules-out' });
      const shown = { ...without(seen, 'loginRows'), refusals: [suspecting(cause.id)] };
      expect(standing(cause, shown).standing).to.equal('confirmed');
    });
  }

  for (const [cause, facts] of read)
    it(`says nothing against ${cause.id}: what refuses was read now`, () => {
      const lately = standing(cause, { ...healthy, ...facts });
      expect(lately.standing).to.equal('confirmed');
      expect(standing(cause, without({ ...healthy, ...facts }, 'loginRows')).standing).to.equal('confirmed');
    });

  it('says nothing of what was changed since, nor of an app whose changes leave no trace', () => {
    const changes = [{ ...block, at: '2026-11-23T01:30:00Z' }];
    expect(standing(appBlocked, { ...healthy, changes }).standing).to.equal('confirmed');
    const selfAuthorized = { ...app, permittedUsers: 'self-authorized' } as const;
    const saved = { ...selfAuthorized, changedAt: '2026-11-23T01:30:00Z' };
    expect(standing(notApproved, { ...healthy, app: saved }).standing).to.equal('confirmed');
    const external = { ...selfAuthorized, kind: 'external-client-app' } as const;
    expect(standing(notApproved, { ...healthy, app: external }).standing).to.equal('confirmed');
    expect(standing(notApproved, without({ ...healthy, app: external }, 'loginRows')).standing).to.equal('confirmed');
  });

  it('is weighed by whoever cannot see what was changed since, and only where there is one', () => {
    const seen: Partial<Facts> = { ...healthy, app: { ...app, permittedUsers: 'self-authorized' } };
    const facts = without(seen, 'changes');
    expect(standing(notApproved, facts).said).to.include({ 'lately-unseen': 'rules-out' });
    expect(standing(notApproved, { ...facts, loginRows: [] }).standing).to.equal('confirmed');
  });

  it('is silent where nothing speaks for the cause', () => {
    expect(standing(notApproved, healthy).said).not.to.have.any.keys('worked-lately', 'lately-unseen');
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

describe('an org of another name than the login host, which does not tell whose it is', () => {
  const silent = {
    ...healthy,
    user: undefined,
    loginRows: [],
    loginHost: { url: 'https://acme-emea.my.salesforce.com', reachable: false, kind: 'my-domain' },
  } as const satisfies Partial<Facts>;

  it('proves nothing by a user whom it does not have', () => {
    expect(standing(wrongSubject, silent).said).to.include({ subject: 'proves', 'other-name': 'rules-out' });
    expect(standing(wrongSubject, silent).standing).to.equal('suspected');
  });

  it('does where the name is its own, in a sandbox too, or where the host tells', () => {
    const own = { ...silent, loginHost: { ...silent.loginHost, url: 'https://acme.my.salesforce.com' } };
    expect(standing(wrongSubject, own).standing).to.equal('confirmed');
    const url = 'https://acme--uat.sandbox.my.salesforce.com';
    const sandbox = { ...silent, myDomain: { name: 'acme--uat' }, loginHost: { ...silent.loginHost, url } };
    expect(standing(wrongSubject, sandbox).standing).to.equal('confirmed');
    const told = { ...silent, loginHost: { ...silent.loginHost, orgId: healthy.organization.id } };
    expect(standing(wrongSubject, told).standing).to.equal('confirmed');
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
