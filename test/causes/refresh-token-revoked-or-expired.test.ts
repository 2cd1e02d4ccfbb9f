import { expect } from 'chai';
import revoked from '../../src/causes/refresh-token-revoked-or-expired.ts';
import type { CauseId, Facts, Flow, StoredLogin } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const id = 'refresh-token-revoked-or-expired';
const by = (flow: Flow) => ({ ...healthy.integration, flow });
const dead: Partial<Facts> = {
  integration: by('refresh-token'),
  app: healthy.app,
  appOauth: healthy.appOauth,
  grants: [],
  loginRows: [row('2026-11-20T01:00:00Z', { loginSubType: 'OAuth Refresh Token' })],
  refusals: [suspecting(id)],
};

describe(id, () => {
  it('is ruled out for a flow without a refresh token', () => {
    expect(standing(revoked, { ...dead, integration: by('jwt') }).standing).to.equal('ruled-out');
  });

  it('is left open by a grant that lives: it may be that of another client', () => {
    const grants = [{ appName: 'Marketing Sync', createdAt: '2026-01-01T00:00:00Z' }];
    expect(standing(revoked, { ...dead, grants }).said).to.deep.equal({ said: 'suggests' });
  });

  it('is proved by a user without any grant of the app', () => {
    expect(standing(revoked, dead).said).to.deep.equal({ said: 'suggests', 'no-grant': 'proves' });
  });

  it('is suspected where the host says that the refresh token is not active, doubted where it says that it is', () => {
    const asked = { host: 'acme.my.salesforce.com', consumerKey: '3MVG9.healthy.key' } as const;
    const integration = by('refresh-token');
    const seen = (introspection: Facts['introspection'], form: 'refresh-token' | 'unknown') =>
      standing(revoked, { integration, introspection, accessToken: { form } }).said;
    const [inactive, active] = [{ ...asked, state: 'inactive' } as const, { ...asked, state: 'active' } as const];
    expect(seen(inactive, 'refresh-token')).to.deep.equal({ 'not-active': 'suggests' });
    expect(seen(inactive, 'unknown')).to.deep.equal({});
    const refused = (form: 'refresh-token' | 'unknown') =>
      standing(revoked, { ...dead, introspection: active, accessToken: { form } }).standing;
    expect(refused('refresh-token')).to.equal('suspected');
    expect(refused('unknown')).to.equal('confirmed');
  });

  describe('a login that was stored before the sandbox was refreshed', () => {
    const url = 'https://acme--uat.sandbox.my.salesforce.com';
    const storedLogin: StoredLogin = {
      username: 'sync@acme.com.uat',
      orgId: '00D000000000009AAA',
      instanceUrl: url,
      kind: 'refresh-token',
      decrypts: true,
    };
    const organization = { ...healthy.organization, isSandbox: true };
    const refreshed: Partial<Facts> = {
      ...{ integration: by('refresh-token'), refusals: [suspecting(id)], organization, storedLogin },
      myDomain: { name: 'Acme--UAT' },
    };
    const said = (facts: Partial<Facts> = {}) => standing(revoked, { ...refreshed, ...facts }).said['org-replaced'];

    it('proves it, where its My Domain is this org now by name, or by what the host says', () => {
      expect(said()).to.equal('proves');
      const loginHost = { url, reachable: true, kind: 'my-domain', orgId: organization.id } as const;
      expect(said({ myDomain: {}, loginHost })).to.equal('proves');
      expect(said({ myDomain: {}, loginHost: { ...loginHost, orgId: '00D000000000009AAA' } })).to.equal(undefined);
      expect(said({ myDomain: {}, loginHost: { ...loginHost, url: 'https://test.salesforce.com' } })).to.equal(
        undefined,
      );
    });

    it('proves nothing of a login of this org, of another My Domain, or of a production org', () => {
      expect(said({ storedLogin: { ...storedLogin, orgId: organization.id } })).to.equal(undefined);
      expect(said({ myDomain: { name: 'acme--dev' } })).to.equal(undefined);
      expect(said({ organization: healthy.organization })).to.equal(undefined);
    });

    it('is only a suspicion while no refresh was refused', () => {
      expect(said({ refusals: [] })).to.equal('suggests');
    });
  });

  it('is only suspected while no refresh was refused', () => {
    expect(standing(revoked, { ...dead, refusals: [suspecting('ip-restricted')] }).said).to.deep.equal({
      'no-grant': 'suggests',
    });
  });

  it('is not looked for where the flow is not known and a session ended, of which it is one cause among many', () => {
    const of = (...suspects: readonly CauseId[]) => {
      const refusals = [{ ...suspecting(id), suspects }];
      return standing(revoked, { ...dead, integration: { sourceIps: [] }, refusals }).said;
    };
    expect(of('session-invalid-not-oauth', id)).to.deep.equal({ said: 'suggests' });
    expect(of(id, 'session-invalid-not-oauth')).to.deep.equal({ said: 'suggests', 'no-grant': 'suggests' });
  });

  it('is only suspected while the app was not found: its grants may stand under another name', () => {
    expect(standing(revoked, { ...dead, app: undefined }).standing).to.equal('suspected');
  });

  it('leaves the proof to other causes where a policy or a rotation ended it', () => {
    const zero = { ...healthy.app!, refreshTokenPolicy: { kind: 'zero' } } as const;
    expect(standing(revoked, { ...dead, app: zero }).said).to.deep.equal({ said: 'suggests' });
    const appOauth = { ...healthy.appOauth!, refreshTokenRotation: true };
    expect(standing(revoked, { ...dead, appOauth }).said).to.deep.equal({ said: 'suggests' });
    const minutesAgo = [row('2026-11-23T01:58:00Z', { loginSubType: 'OAuth Refresh Token' })];
    expect(standing(revoked, { ...dead, loginRows: minutesAgo }).said).to.deep.equal({ said: 'suggests' });
  });

  it('is ruled out by a refresh that the host has just accepted', () => {
    const grants = [{ appName: 'Marketing Sync', createdAt: '2026-01-01T00:00:00Z' }];
    const { attempt } = healthy;
    expect(standing(revoked, { ...dead, grants, attempt }).standing).to.equal('ruled-out');
  });
});
