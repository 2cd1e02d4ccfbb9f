import { expect } from 'chai';
import type { Alteration, CountingPermission, Facts, LoginRow, Path } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';
import { access, judged, profile, told, working, type Given } from './support.ts';

const app = 'Marketing_Sync';
const row = healthy.loginRows[0]!;
const oauth = healthy.appOauth!;

const byFlow = (flow: NonNullable<Facts['integration']['flow']>, facts: Partial<Facts> = {}): Given => ({
  facts: { integration: { ...working.integration, flow }, ...facts },
});

/** A login of which only its row tells how it came. */
const byRow = (seen: Partial<LoginRow>, facts: Partial<Facts> = {}): Given => ({
  facts: { integration: without(working.integration, 'flow'), loginRows: [{ ...row, ...seen }], ...facts },
});

const becomes = (setting: Alteration, given: Given): string => {
  expect(told([], given), 'today').to.equal('goes-on');
  return judged([setting], given).verdict;
};

const permission = (name: CountingPermission, value: boolean, path: Path = profile): Alteration => ({
  set: 'permission',
  path,
  name,
  value,
});

describe('a change that nobody can answer for', () => {
  describe('of an app that may be another', () => {
    const gone: Alteration = { set: 'app-gone', app };
    const unnamed = without(working.app!, 'developerName');

    it('cannot be told while its developer name was not read', () => {
      expect(becomes(gone, { facts: { app: unnamed } })).to.equal('untold');
      expect(becomes(gone, { hide: ['app', 'appOauth'] })).to.equal('untold');
      expect(becomes({ set: 'high-assurance', app, value: false }, { facts: { app: unnamed } })).to.equal('goes-on');
      expect(becomes({ ...gone, app: 'Other App' }, { facts: { app: unnamed } })).to.equal('goes-on');
    });

    it('may open what is shut today', () => {
      const facts = { app: { ...unnamed, requiresHighAssurance: true } };
      const change = (setting: Alteration): string => judged([setting], { facts }).verdict;
      expect(told([], { facts })).to.equal('refused-already mfa-required');
      expect(change({ set: 'high-assurance', app, value: false })).to.equal('untold');
      expect(change({ set: 'high-assurance', app: 'Marketing Sync', value: false })).to.equal('works-again');
      expect(change({ set: 'app-blocked', app, value: false })).to.equal('refused-already');
    });

    it('is told where it was read', () => {
      expect(becomes(gone, {})).to.equal('refused');
      expect(becomes({ ...gone, app: 'Other' }, {})).to.equal('goes-on');
      expect(becomes({ ...gone, app: 'acme__Marketing_Sync' }, {})).to.equal('untold');
      expect(becomes({ ...gone, app: 'Marketing_Sync_oauthPlcy' }, {})).to.equal('untold');
      expect(becomes({ ...gone, app: 'Marketing_Sync_Prod' }, {})).to.equal('goes-on');
    });

    it('is of no login that goes through none', () => {
      expect(becomes(gone, byFlow('soap-login'))).to.equal('goes-on');
      const { username, sourceIps } = working.integration;
      const integration = { username: username!, sourceIps };
      const none = (loginRows: readonly LoginRow[]): Given => ({
        facts: { integration, loginRows },
        hide: ['app', 'appOauth'],
      });
      expect(becomes(gone, none([{ ...row, application: 'N/A', loginType: 'Other Apex API' }]))).to.equal('goes-on');
      expect(becomes(gone, none([]))).to.equal('untold');
    });
  });

  it('is a login host that every org shares, where only a My Domain is to take logins', () => {
    const setting: Alteration = { set: 'untold', about: { of: 'shared-hosts' }, why: 'only-my-domain', flows: ['jwt'] };
    const by = (loginUrl: string): Given => ({ facts: { integration: { ...working.integration, loginUrl } } });
    expect(becomes(setting, by('https://acme.my.salesforce.com'))).to.equal('goes-on');
    expect(becomes(setting, by('https://login.salesforce.com'))).to.equal('untold');
    expect(becomes(setting, { facts: { integration: without(working.integration, 'loginUrl') } })).to.equal('untold');
  });

  describe('of a login whose flow is not known', () => {
    const assured: Alteration = { set: 'high-assurance', app, value: true };
    const noCertificate = { appOauth: { ...oauth, deviceFlowEnabled: true } };

    it('is what it is in every flow that its row leaves', () => {
      expect(told([assured], byRow({}))).to.match(/^untold/u);
      expect(becomes({ set: 'app-blocked', app, value: true }, byRow({}))).to.equal('refused');
      expect(becomes({ set: 'password-flow-blocked', value: true }, byRow({}, { oauthSettings: {} }))).to.equal(
        'goes-on',
      );
      expect(
        becomes({ set: 'password-flow-blocked', value: true }, byRow({ loginSubType: 'New' }, { oauthSettings: {} })),
      ).to.equal('untold');
    });

    it('says by which flow, and what then', () => {
      const { byFlow: all } = judged([assured], byRow({}, noCertificate));
      expect(all?.map(({ flow, judged: one }) => [flow, one.verdict])).to.deep.equal([
        ['jwt', 'refused'],
        ['device', 'untold'],
      ]);
    });

    it('is by none that today is shut', () => {
      const facts = { appOauth: { ...without(oauth, 'certificate'), deviceFlowEnabled: true } };
      expect(judged([assured], byRow({}, facts)).byFlow).to.equal(undefined);
    });

    it('may be by the flow that only its own switch stops', () => {
      const blocked: Alteration = { set: 'user-agent-flow-blocked', value: true };
      const open = { oauthSettings: { ...healthy.oauthSettings, userAgentFlowBlocked: false } };
      expect(becomes(blocked, byRow({ loginSubType: 'OauthUserAgent' }, open))).to.equal('untold');
      expect(becomes(blocked, byRow({}, open))).to.equal('goes-on');
      expect(becomes(blocked, byFlow('web', open))).to.equal('goes-on');
    });

    it('may send a password where it came through no app', () => {
      const soap = byRow({ application: 'N/A', loginType: 'Other Apex API' });
      expect(becomes(permission('TwoFactorApi', true), soap)).to.equal('untold');
      expect(becomes(permission('TwoFactorApi', true), byRow({}))).to.equal('goes-on');
    });

    it('may come with a refresh token', () => {
      const elsewhere: Alteration = {
        set: 'token-ranges',
        app,
        value: [{ start: '198.51.100.0', end: '198.51.100.9' }],
      };
      expect(becomes(elsewhere, byRow({ loginSubType: 'OauthHybridAppTokenRefresh' }))).to.equal('untold');
      expect(becomes(elsewhere, byFlow('jwt'))).to.equal('goes-on');
    });
  });

  describe('of what the client does', () => {
    const client = (sent: Omit<NonNullable<Facts['integration']['client']>, 'needs'>): Partial<Facts> => ({
      integration: { ...working.integration, flow: 'web', client: { needs: [], ...sent } },
    });
    const pkce: Alteration = { set: 'app-switch', app, name: 'pkceRequired', value: true };
    const callbacks = (...value: readonly string[]): Alteration => ({ set: 'callback-urls', app, value });
    const [registered = ''] = oauth.callbackUrls;

    it('cannot be told where PKCE or the secret is asked for anew', () => {
      expect(becomes(pkce, byFlow('web'))).to.equal('untold');
      expect(becomes({ set: 'pkce-for-all', value: true }, byFlow('web'))).to.equal('untold');
      expect(becomes(pkce, { facts: client({ sends: ['nothing'] }) })).to.equal('refused');
      expect(becomes({ ...pkce, value: false }, byFlow('web'))).to.equal('goes-on');
      expect(becomes(pkce, byFlow('jwt'))).to.equal('goes-on');
      const optional = { appOauth: { ...oauth, secretOptional: true } };
      const asked: Alteration = { set: 'app-switch', app, name: 'secretOptional', value: false };
      expect(becomes(asked, byFlow('web', optional))).to.equal('untold');
      expect(becomes(asked, byFlow('jwt', optional))).to.equal('goes-on');
    });

    it('cannot be told where a callback URL is gone, and goes on where one is added', () => {
      expect(becomes(callbacks('https://other/cb'), byFlow('web'))).to.equal('untold');
      expect(becomes(callbacks('https://other/cb', registered), byFlow('web'))).to.equal('goes-on');
      expect(becomes(callbacks('https://other/cb'), { facts: client({ callbackUrl: registered }) })).to.equal(
        'refused',
      );
      expect(becomes(callbacks('https://other/cb'), byFlow('jwt'))).to.equal('goes-on');
    });

    it('cannot be told where a scope is gone that it may ask for or use', () => {
      const scopes = (...value: readonly string[]): Alteration => ({ set: 'scopes', app, value });
      const wide = { appOauth: { ...oauth, scopes: ['api', 'web', 'refreshtoken'] } };
      expect(becomes(scopes('api', 'refreshtoken'), byFlow('jwt', wide))).to.equal('untold');
      expect(becomes(scopes('api', 'web'), byFlow('jwt', wide))).to.equal('goes-on');
      expect(becomes(scopes('api', 'web'), byFlow('web', wide))).to.equal('untold');
      expect(becomes(scopes('openid'), byFlow('jwt', wide))).to.equal('refused');
    });
  });

  describe('of a password', () => {
    const open = { oauthSettings: { ...healthy.oauthSettings, passwordFlowBlocked: false } };
    const never = { ...open, userPermissions: { ...healthy.userPermissions, passwordNeverExpires: [profile] } };

    for (const flow of ['password', 'soap-login'] as const) {
      it(`cannot be told where it may expire again, or is checked elsewhere: ${flow}`, () => {
        expect(becomes(permission('PasswordNeverExpires', false), byFlow(flow, never))).to.equal('untold');
        expect(becomes(permission('IsSsoEnabled', true), byFlow(flow, open))).to.equal('untold');
        expect(becomes(permission('IsSsoEnabled', false), byFlow(flow, { ...open, singleSignOn: [profile] }))).to.equal(
          'untold',
        );
      });
    }

    it('goes on where it never expires by another road, or none is sent', () => {
      const twice = {
        ...open,
        userPermissions: { ...healthy.userPermissions, passwordNeverExpires: [profile, access] },
      };
      expect(becomes(permission('PasswordNeverExpires', false), byFlow('password', twice))).to.equal('goes-on');
      expect(becomes(permission('PasswordNeverExpires', false), byFlow('jwt', never))).to.equal('goes-on');
      expect(becomes(permission('IsSsoEnabled', true), byFlow('jwt'))).to.equal('goes-on');
      const [first, second] = [profile, access].map((path) => permission('PasswordNeverExpires', false, path));
      expect(judged([first!, second!], byFlow('password', twice)).verdict).to.equal('untold');
    });
  });

  describe('of a profile that is known by its id alone', () => {
    const id: Path = { via: 'profile', name: '00e000000000001AAA' };
    const user = without(healthy.user!, 'profileName');
    const named = (given: Partial<Facts>): Given => ({ facts: { user, ...given }, roads: [id, access] });
    const only = named({ userPermissions: { ...healthy.userPermissions, apiEnabled: [id] } });

    it('cannot be told where a right may be taken from it', () => {
      expect(becomes(permission('ApiEnabled', false), only)).to.equal('untold');
      expect(becomes(permission('ApiEnabled', true), only)).to.equal('goes-on');
      const carried = named({ appAccess: { paths: [id], carriers: [id] } });
      expect(becomes({ set: 'app-in-carrier', app, path: profile, value: false }, carried)).to.equal('untold');
      expect(becomes({ set: 'login-ranges', profile: 'Sales', value: [] }, only)).to.equal('goes-on');
    });

    it('may be a standard one in the language of the org, but where that is English', () => {
      const elsewhere = [{ start: '198.51.100.0', end: '198.51.100.9' }];
      const ranges: Alteration = { set: 'login-ranges', profile: 'Admin', value: elsewhere };
      const german = { facts: { user: { ...user, profileName: 'Systemadministrator' } } };
      expect(becomes(ranges, german)).to.equal('untold');
      expect(becomes({ ...ranges, profile: 'Sales' }, german)).to.equal('goes-on');
      const { paths } = healthy.appAccess;
      const carriers: readonly Path[] = [{ via: 'profile', name: 'System Administrator' }];
      expect(becomes(ranges, { facts: { ...german.facts, appAccess: { paths, carriers } } })).to.equal('goes-on');
    });

    it('may be a set of a package, whose namespace was not read', () => {
      const packaged: Path = { via: 'permission-set', name: 'Sync' };
      const facts = { userPermissions: { ...healthy.userPermissions, apiEnabled: [packaged] } };
      const given = { facts, roads: [profile, packaged, access] };
      const off = (name: string): Alteration => permission('ApiEnabled', false, { via: 'permission-set', name });
      expect(becomes(off('acme__Sync'), given)).to.equal('untold');
      expect(becomes(off('acme__Other'), given)).to.equal('goes-on');
      expect(becomes(off('Sync'), given)).to.equal('refused');
    });
  });

  describe('of how long refresh tokens live', () => {
    const nightly = ['2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z', '2026-11-22T02:00:00Z'];
    const grants = [
      { appName: 'Marketing Sync', createdAt: '2026-11-01T00:00:00Z', lastUsedAt: '2026-11-23T01:00:00Z' },
    ];
    const given: Given = { ...byFlow('refresh-token', { grants }), times: nightly };
    const policy = (kind: 'inactivity' | 'lifetime', period: number, unit: 'hours' | 'days'): Alteration => ({
      set: 'refresh-token-policy',
      app,
      value: { kind, period, unit },
    });

    it('goes on where it is used more often than they may be idle', () => {
      expect(becomes(policy('inactivity', 24, 'hours'), given)).to.equal('untold');
      expect(becomes(policy('inactivity', 25, 'hours'), given)).to.equal('goes-on');
      expect(becomes(policy('inactivity', 25, 'hours'), { ...given, times: nightly.slice(0, 1) })).to.equal('untold');
      const vague = nightly.map((from) => ({ from, to: from, vague: true as const }));
      expect(becomes(policy('inactivity', 25, 'hours'), { ...given, times: vague })).to.equal('untold');
    });

    it('asks nothing where Salesforce itself lets none be idle for longer', () => {
      const once = { ...given, times: nightly.slice(0, 1) };
      expect(becomes(policy('inactivity', 30, 'days'), once)).to.equal('untold');
      expect(becomes(policy('inactivity', 31, 'days'), once)).to.equal('goes-on');
    });

    it('cannot be told where they end whatever is done, but where they do today', () => {
      expect(becomes(policy('lifetime', 90, 'days'), given)).to.equal('untold');
      const before = { ...working.app!, refreshTokenPolicy: { kind: 'lifetime', period: 90, unit: 'days' } as const };
      const ending = { ...given, facts: { ...given.facts, app: before } };
      expect(becomes(policy('lifetime', 100, 'days'), ending)).to.equal('goes-on');
      expect(becomes(policy('lifetime', 80, 'days'), ending)).to.equal('untold');
    });

    it('cannot be told of a login that may get one', () => {
      expect(becomes(policy('inactivity', 12, 'hours'), byFlow('web'))).to.equal('untold');
      expect(becomes(policy('inactivity', 12, 'hours'), byFlow('jwt'))).to.equal('goes-on');
    });
  });

  describe('of a person at the login page', () => {
    const { username, sourceIps } = working.integration;
    const person: Given = {
      facts: {
        integration: { username: username!, sourceIps },
        loginRows: [{ ...row, application: 'Browser', loginType: 'Application' }],
        userPermissions: { ...healthy.userPermissions, apiEnabled: [profile], apiUserOnly: [] },
      },
      hide: ['app', 'appOauth', 'appAccess', 'ipRelaxation', 'tokenIpRanges'],
    };

    it('goes on without the API', () => {
      expect(becomes(permission('ApiEnabled', false), person)).to.equal('goes-on');
      expect(becomes(permission('TwoFactorApi', true), person)).to.equal('goes-on');
      const { userPermissions } = healthy;
      expect(
        told([], { ...person, facts: { ...person.facts, userPermissions: { ...userPermissions, apiEnabled: [] } } }),
      ).to.equal('goes-on');
    });

    it('is asked about what holds there too', () => {
      expect(becomes(permission('IsSsoEnabled', true), person)).to.equal('untold');
      expect(becomes(permission('ApiUserOnly', true), person)).to.equal('untold');
      const elsewhere = [{ start: '198.51.100.0', end: '198.51.100.9' }];
      expect(becomes({ set: 'login-ranges', profile: profile.name, value: elsewhere }, person)).to.equal('untold');
    });
  });

  it('is the access of the API for apps that are approved, where a login goes through none', () => {
    const standard = { user: { ...healthy.user!, userType: 'Standard' } };
    const only: Alteration = { set: 'approved-apps-only', value: true };
    expect(becomes(only, byFlow('soap-login', standard))).to.equal('untold');
    expect(becomes(only, byFlow('jwt', standard))).to.equal('goes-on');
    const external: Alteration = { set: 'untold', about: { of: 'external-users' }, why: 'not-documented' };
    expect(becomes(external, byFlow('jwt', standard))).to.equal('goes-on');
    expect(becomes(external, byFlow('jwt', { user: { ...healthy.user!, userType: 'PowerCustomerSuccess' } }))).to.equal(
      'untold',
    );
  });

  it('is ApiUserOnly where a person logs in on the way', () => {
    const facts = { userPermissions: { ...healthy.userPermissions, apiUserOnly: [] } };
    expect(becomes(permission('ApiUserOnly', true), byFlow('web', facts))).to.equal('untold');
    expect(becomes(permission('ApiUserOnly', true), byFlow('jwt', facts))).to.equal('goes-on');
  });
});
