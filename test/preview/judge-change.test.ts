import { expect } from 'chai';
import type { Alteration, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { tellOf } from '../../src/preview/tell.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';
import { access, judged, profile, told, working, type Given } from './support.ts';

const app = 'Marketing Sync';
const set = (setting: Alteration): readonly Alteration[] => [setting];
const certificate = healthy.appOauth!.certificate!;
const elsewhere = [{ start: '198.51.100.0', end: '198.51.100.255' }];

const asOf = (facts: Partial<Facts>): Partial<Facts> => facts;

const byFlow = (flow: NonNullable<Facts['integration']['flow']>): Partial<Facts> => ({
  integration: { ...working.integration, flow },
});

describe('What a change does to a login', () => {
  it('goes on where nothing is changed', () => {
    expect(told([])).to.equal('goes-on');
  });

  const refused: ReadonlyArray<readonly [string, Alteration, string, Partial<Facts>?]> = [
    ['a first login range', { set: 'login-ranges', profile: profile.name, value: elsewhere }, 'ip-restricted'],
    [
      'the end of the IP relaxation',
      { set: 'ip-relaxation', app, value: 'enforce' },
      'ip-restricted',
      asOf({ ipRelaxation: 'bypass', loginIpRanges: elsewhere }),
    ],
    [
      'a permission set that carries the app no more',
      { set: 'app-in-carrier', app, path: access, value: false },
      'user-not-preauthorized',
    ],
    [
      'permitted users that must be approved',
      { set: 'permitted-users', app, value: 'admin-approved' },
      'user-not-preauthorized',
      asOf({
        app: { ...healthy.app!, permittedUsers: 'self-authorized' },
        appAccess: { paths: [], carriers: [] },
      }),
    ],
    [
      'a certificate of another key',
      { set: 'certificate', app, value: { ...certificate, spki: 'bb22' } },
      'jwt-wrong-key-or-cert',
    ],
    [
      'a certificate that is over',
      { set: 'certificate', app, value: { ...certificate, notAfter: '2026-11-01T00:00:00Z' } },
      'jwt-cert-expired',
    ],
    ['no certificate', { set: 'certificate', app, value: undefined }, 'flow-not-enabled'],
    ['an app that is blocked', { set: 'app-blocked', app, value: true }, 'app-blocked-or-uninstalled'],
    [
      'an app whose OAuth part is off',
      { set: 'app-oauth-enabled', app, value: false },
      'app-blocked-or-uninstalled',
      asOf({ appState: { enabled: true, oauthOff: false } }),
    ],
    ['an app that is gone', { set: 'app-gone', app }, 'app-not-found-or-propagating'],
    ['no scope that opens the API', { set: 'scopes', app, value: ['openid'] }, 'missing-scope'],
    ['a session level', { set: 'high-assurance', app, value: true }, 'mfa-required'],
    [
      'the org-wide block of the password flow',
      { set: 'password-flow-blocked', value: true },
      'flow-blocked-org-wide',
      asOf({ ...byFlow('password'), oauthSettings: { passwordFlowBlocked: false } }),
    ],
    [
      'API Enabled taken from the profile',
      { set: 'permission', path: profile, name: 'ApiEnabled', value: false },
      'api-disabled-for-user-or-edition',
    ],
    [
      'a refresh token policy that ends them at once',
      { set: 'refresh-token-policy', app, value: { kind: 'zero' } },
      'refresh-token-policy-expired',
      byFlow('refresh-token'),
    ],
    [
      'client credentials switched off',
      { set: 'client-credentials', app, value: false },
      'flow-not-enabled',
      asOf({
        ...byFlow('client-credentials'),
        app: { ...healthy.app!, clientCredentials: { enabled: true, runAs: healthy.user!.username } },
        appOauth: { ...healthy.appOauth!, clientCredentialsEnabled: true },
        runAs: {
          username: healthy.user!.username,
          isActive: true,
          isFrozen: false,
          apiEnabled: healthy.userPermissions.apiEnabled,
          apiUserOnly: healthy.userPermissions.apiUserOnly,
          paths: [access],
        },
      }),
    ],
  ];
  for (const [what, setting, cause, facts] of refused) {
    it(`refuses it by ${what}`, () => {
      expect(told([], facts === undefined ? {} : { facts })).to.equal('goes-on');
      expect(told(set(setting), facts === undefined ? {} : { facts })).to.match(new RegExp(`^refused .*${cause}`, 'u'));
    });
  }

  const harmless: ReadonlyArray<readonly [string, Alteration]> = [
    ['the ranges of another profile', { set: 'login-ranges', profile: 'Sales', value: elsewhere }],
    [
      'a range that holds its address',
      { set: 'login-ranges', profile: profile.name, value: [{ start: '203.0.113.0', end: '203.0.113.255' }] },
    ],
    ['another app', { set: 'app-gone', app: 'Other' }],
    ['the same certificate once more', { set: 'certificate', app, value: certificate }],
    ['a new certificate of the same key', { set: 'certificate', app, value: { ...certificate, subject: 'CN=new' } }],
    ['the block of a flow that it does not use', { set: 'password-flow-blocked', value: true }],
    [
      'a right taken from a set that it does not have',
      { set: 'permission', path: { via: 'permission-set', name: 'Other' }, name: 'ApiEnabled', value: false },
    ],
    [
      'a right given by a set that it does not have',
      { set: 'permission', path: { via: 'permission-set', name: 'Other' }, name: 'TwoFactorApi', value: true },
    ],
  ];
  for (const [what, setting] of harmless) {
    it(`is not touched by ${what}`, () => {
      expect(told(set(setting))).to.equal('goes-on');
    });
  }

  it('cannot be told where what is changed is not seen', () => {
    const notSeen = { hide: ['appAccess'] } as const;
    expect(told([], notSeen)).to.equal('goes-on');
    expect(told(set({ set: 'app-in-carrier', app, path: access, value: false }), notSeen)).to.equal(
      'untold user-not-preauthorized',
    );
    expect(told(set({ set: 'login-ranges', profile: profile.name, value: elsewhere }), { hide: ['user'] })).to.match(
      /^untold .*ip-restricted/u,
    );
  });

  it('cannot be told whether a key that was not seen fits a new certificate', () => {
    const other: Alteration = { set: 'certificate', app, value: { ...certificate, spki: 'bb22' } };
    expect(told(set(other), { hide: ['keyFile'] })).to.equal('untold jwt-wrong-key-or-cert');
  });

  it('cannot be told of a refresh token that was given with more scopes', () => {
    const facts = byFlow('refresh-token');
    const fewer: Alteration = { set: 'scopes', app, value: ['refreshtoken'] };
    expect(told(set(fewer), { facts })).to.match(/^untold .*missing-scope/u);
    expect(told(set({ ...fewer, value: ['api', 'refreshtoken', 'web'] }), { facts })).to.equal('goes-on');
  });

  it('cannot be told where the address is not known', () => {
    const facts = { integration: { ...working.integration, sourceIps: [] }, loginRows: [] };
    const ranges: Alteration = { set: 'login-ranges', profile: profile.name, value: elsewhere };
    expect(told(set(ranges), { facts })).to.equal('untold ip-restricted');
  });

  it('cannot be told by what bears on logins in a way that is not known', () => {
    const untold = { set: 'untold', about: { of: 'app', app }, why: 'app-handler' } as const;
    expect(told(set(untold))).to.equal('untold');
    expect(told(set({ ...untold, about: { of: 'app', app: 'Other' } }))).to.equal('goes-on');
    expect(told(set({ ...untold, flows: ['password'] }))).to.equal('goes-on');
  });

  it('cannot be told with a key that was not seen, where the app was changed after the newest login', () => {
    const changedAt = (at: string): Given => ({
      hide: ['keyFile'],
      facts: { app: { ...healthy.app!, changedAt: at } },
    });
    expect(told([], changedAt('2026-11-23T01:30:00Z'))).to.match(/^untold .*jwt-wrong-key-or-cert/u);
    expect(told([], changedAt('2026-11-23T00:30:00Z'))).to.equal('goes-on');
    expect(told([], { facts: changedAt('2026-11-23T01:30:00Z').facts! })).to.equal('goes-on');
  });

  it('works again where what shut it is opened', () => {
    const facts = { loginIpRanges: elsewhere, loginRows: [] };
    const opened: Alteration = { set: 'login-ranges', profile: profile.name, value: [] };
    expect(told([], { facts })).to.equal('refused-already ip-restricted');
    expect(told(set(opened), { facts })).to.equal('works-again');
  });

  it('stays refused where one of the two switches of an app stays off', () => {
    const both: Alteration[] = [
      { set: 'app-enabled', app, value: true },
      { set: 'app-oauth-enabled', app, value: true },
    ];
    const half = { loginRows: [], appState: { enabled: true, oauthOff: true } };
    expect(told(set(both[0]!), { facts: half })).to.equal('refused-already app-blocked-or-uninstalled');
    expect(told(set(both[1]!), { facts: half })).to.equal('works-again');
    const off = { loginRows: [], appState: { enabled: false, oauthOff: true } };
    expect(told(both, { facts: off })).to.equal('works-again');
    expect(told(set(both[1]!), { facts: off })).to.equal('refused-already app-blocked-or-uninstalled');
  });

  it('says what the doctor says of a login that is refused already', () => {
    const facts = { appAccess: { paths: [], carriers: [] } };
    expect(told([], { facts })).to.equal('refused-already user-not-preauthorized');
    expect(told(set({ set: 'app-in-carrier', app, path: access, value: true }), { facts })).to.equal('works-again');
    expect(told(set({ set: 'app-blocked', app, value: true }), { facts })).to.equal(
      'refused app-blocked-or-uninstalled user-not-preauthorized',
    );
  });

  it('does not go on where the org refused the newest login, whatever is seen', () => {
    const seen = { user: 'a@acme.example', sourceIps: [], person: false, logins: 1 };
    const speaker = speakOfPreview(loadWords());
    const verdict = (failing: { readonly failing?: true }) =>
      tellOf({ ...seen, ...failing }, judged([]), { speaker }).verdict;
    expect(verdict({})).to.equal('goes-on');
    expect(verdict({ failing: true })).to.equal('refused-already');
    const touched = judged(set({ set: 'ip-relaxation', app, value: 'bypass' }));
    const mended = tellOf({ ...seen, failing: true }, touched, { speaker });
    expect(mended.verdict).to.equal('untold');
    expect(mended.untold[0]).to.match(/^Its newest login was refused/u);
    expect(tellOf(seen, touched, { speaker }).verdict).to.equal('goes-on');
    const shut = judged(set({ set: 'app-blocked', app, value: true }));
    expect(tellOf({ ...seen, failing: true }, shut, { speaker })).to.deep.include({
      verdict: 'refused',
      untold: mended.untold,
    });
    expect(tellOf(seen, shut, { speaker }).untold).to.deep.equal([]);
  });

  it('stops on the day that the calendar names', () => {
    const facts = { ...byFlow('password'), oauthSettings: { passwordFlowBlocked: false } };
    expect(told([], { facts, at: '2027-02-19T00:00:00Z' })).to.equal('goes-on');
    expect(told([], { facts, at: '2027-02-21T00:00:00Z' })).to.equal('refused flow-blocked-org-wide');
  });

  it('stops on the day on which the certificate ends', () => {
    expect(told([], { at: '2027-12-31T00:00:00Z' })).to.equal('goes-on');
    expect(told([], { at: '2028-01-02T00:00:00Z' })).to.equal('refused jwt-cert-expired');
  });

  it('lets a refresh token that is used every day live on to that day', () => {
    const facts = {
      ...byFlow('refresh-token'),
      app: { ...healthy.app!, refreshTokenPolicy: { kind: 'inactivity', period: 7, unit: 'days' } as const },
      grants: [{ appName: app, createdAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-11-23T01:00:00Z' }],
    };
    expect(told([], { facts, at: '2027-02-01T00:00:00Z' })).to.equal('goes-on');
  });
});
