import { expect } from 'chai';
import sessionInvalid from '../../src/causes/session-invalid-not-oauth.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'session-invalid-not-oauth';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(sessionInvalid, {}).said).to.deep.equal({});
    expect(standing(sessionInvalid, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is proved by a user without any live session, where a wording points there first', () => {
    const refusals = [suspecting(id, 'user-frozen')];
    expect(standing(sessionInvalid, { sessions: [], refusals }).standing).to.equal('confirmed');
    const last = [suspecting('user-frozen', id)];
    expect(standing(sessionInvalid, { sessions: [], refusals: last }).said).to.include({ 'no-session': 'suggests' });
    expect(standing(sessionInvalid, { sessions: [], refusals: [] }).said).to.deep.equal({});
    const session = { createdAt: '2026-11-22T20:00:00Z', endsAt: '2026-11-22T22:00:00Z' };
    expect(standing(sessionInvalid, { sessions: [session], refusals }).standing).to.equal('confirmed');
    const alive = { ...session, endsAt: '2026-11-23T02:30:00Z' };
    expect(standing(sessionInvalid, { sessions: [session, alive], refusals }).standing).to.equal('suspected');
  });

  describe('where the login host was asked about the token', () => {
    const consumerKey = '3MVG9.healthy.key';
    const asked = { host: 'acme.my.salesforce.com', consumerKey } as const;
    const inactive = { ...asked, state: 'inactive' } as const;
    const active = { ...asked, state: 'active' } as const;
    const own = { form: 'jwt', audience: [], consumerKey } as const;
    const refusals = [suspecting(id)];

    it('is proved by a token of the app that asked which is not active, where a session was refused', () => {
      const seen = { introspection: inactive, accessToken: own };
      expect(standing(sessionInvalid, { ...seen, refusals }).said).to.include({ 'not-active': 'proves' });
      expect(standing(sessionInvalid, seen).said).to.include({ 'not-active': 'proves' });
      const other = { ...seen, refusals: [deciding('user-frozen')] };
      expect(standing(sessionInvalid, other).said).to.include({ 'not-active': 'suggests' });
    });

    it('is only suspected of a token that may be another app’s, and not of a refresh token', () => {
      const opaque = { form: 'opaque', orgId: healthy.organization.id } as const;
      for (const accessToken of [{ ...own, consumerKey: '3MVG9.other' }, opaque])
        expect(standing(sessionInvalid, { introspection: inactive, accessToken, refusals }).said).to.include({
          'not-active': 'suggests',
        });
      const refresh = { introspection: inactive, accessToken: { form: 'refresh-token' } } as const;
      expect(standing(sessionInvalid, refresh).said).to.deep.equal({});
    });

    it('is doubted where the token lives, but for one of another org and sessions that are locked to an address', () => {
      const expired = { ...own, expiresAt: '2026-11-23T01:00:00Z' };
      const seen = (more: Partial<Facts>) =>
        standing(sessionInvalid, { introspection: active, accessToken: expired, refusals, ...more }).standing;
      expect(seen({})).to.equal('suspected');
      expect(seen({ sessionSettings: { lockedToAddress: true } })).to.equal('confirmed');
      const foreign = { form: 'opaque', orgId: '00D000000000002' } as const;
      expect(seen({ accessToken: foreign, organization: healthy.organization })).to.equal('confirmed');
      expect(seen({ accessToken: { ...foreign, orgId: healthy.organization.id }, sessions: [] })).to.equal('suspected');
    });
  });

  describe('where sessions are locked to an address', () => {
    const session = { createdAt: '2026-11-23T01:50:00Z', endsAt: '2026-11-23T03:00:00Z', sourceIp: '198.51.100.4' };
    const seen = (more: Partial<Facts> = {}) =>
      standing(sessionInvalid, {
        refusals: [suspecting(id)],
        integration: healthy.integration,
        sessionSettings: { lockedToAddress: true },
        sessions: [session],
        ...more,
      });

    it('is proved where no live session was opened from an address of the integration', () => {
      const { standing: stands, sentences } = seen();
      expect(stands).to.equal('confirmed');
      expect(sentences.join()).to.include('198.51.100.4').and.to.include('203.0.113.7');
    });

    it('is only suspected where one was, or where the addresses are not known', () => {
      const own = { ...session, sourceIp: '203.0.113.7' };
      expect(seen({ sessions: [session, own] }).standing).to.equal('suspected');
      expect(seen({ integration: { ...healthy.integration, sourceIps: [] } }).standing).to.equal('suspected');
      const over = { ...own, endsAt: '2026-11-23T02:00:00Z' };
      expect(seen({ sessions: [session, over] }).standing).to.equal('confirmed');
    });

    it('says nothing where they are not locked, or no session was refused', () => {
      expect(seen({ sessionSettings: { lockedToAddress: false } }).said).to.deep.equal({ said: 'suggests' });
      expect(seen({ sessionSettings: {} }).said).to.deep.equal({ said: 'suggests' });
      expect(seen({ refusals: [] }).said).to.deep.equal({});
    });
  });

  describe('on a day on which Salesforce ended sessions', () => {
    const { organization } = healthy;
    const refusals = [suspecting(id)];
    const at = (failedAt: string, isSandbox = false) =>
      standing(sessionInvalid, { refusals, failedAt, organization: { ...organization, isSandbox } }).said;

    it('is suspected of access tokens, in sandboxes on a day of their own, and neither before nor after', () => {
      expect(at('2026-11-03T23:59:59Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-11-04T00:00:00Z')).to.deep.equal({ said: 'suggests', 'tokens-ended': 'suggests' });
      expect(at('2026-11-05T12:00:00Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-11-04T00:00:00Z', true)).to.deep.equal({ said: 'suggests' });
      expect(at('2026-10-21T00:00:00Z', true)).to.deep.equal({ said: 'suggests', 'tokens-ended': 'suggests' });
    });

    it('is suspected of the session ids of outbound messages in their week', () => {
      expect(at('2026-02-22T23:59:59Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-02-23T00:00:00Z')).to.deep.equal({ said: 'suggests', 'outbound-message': 'suggests' });
      expect(at('2026-03-02T12:00:00Z')).to.deep.equal({ said: 'suggests' });
    });

    it('says nothing where no session was refused', () => {
      const failedAt = '2026-11-04T00:00:00Z';
      expect(standing(sessionInvalid, { organization, failedAt, refusals: [] }).said).to.deep.equal({});
    });
  });

  describe('an access token that was given', () => {
    const { organization } = healthy;
    const [before, after] = ['2026-11-23T01:00:00.000Z', '2026-11-23T03:00:00.000Z'];
    const said = (accessToken: Facts['accessToken'], refusals: Facts['refusals'] = [], failedAt?: string) =>
      standing(sessionInvalid, { accessToken, refusals, organization, failedAt }).said;

    it('is over: proved, unless it was refused in other words', () => {
      const over = { form: 'jwt', audience: [], expiresAt: before } as const;
      expect(said(over)).to.deep.include({ 'token-expired': 'proves' });
      expect(said(over, [suspecting('user-frozen')])).to.deep.include({ 'token-expired': 'suggests' });
      expect(said({ ...over, expiresAt: after })).to.not.have.property('token-expired');
      expect(said({ ...over, expiresAt: after }, [], '2026-11-23T04:00:00.000Z')).to.include.keys('token-expired');
    });

    it('is of another org: proved, unless it was refused in other words', () => {
      const other = { form: 'opaque', orgId: '00D000000000002' } as const;
      expect(said(other)).to.deep.include({ 'token-of-other-org': 'proves' });
      expect(said(other, [suspecting('user-frozen')])).to.deep.include({ 'token-of-other-org': 'suggests' });
      expect(said({ form: 'opaque', orgId: organization.id.slice(0, 15) })).to.deep.equal({});
    });
  });
});
