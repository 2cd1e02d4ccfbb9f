import { expect } from 'chai';
import policyExpired from '../../src/causes/refresh-token-policy-expired.ts';
import type { Facts, Grant, RefreshTokenPolicy } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';
import type { Heard } from '../support/standing.ts';

const id = 'refresh-token-policy-expired';
const grant = (createdAt: string, lastUsedAt?: string): Grant => ({
  appName: 'Marketing Sync',
  createdAt,
  ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
});
const under = (refreshTokenPolicy: RefreshTokenPolicy, grants: readonly Grant[], refused = true): Partial<Facts> => ({
  integration: { ...healthy.integration, flow: 'refresh-token' },
  app: { ...healthy.app!, refreshTokenPolicy },
  grants,
  loginRows: [],
  organization: healthy.organization,
  refusals: refused ? [suspecting(id)] : [],
});
const days = (period: number): RefreshTokenPolicy => ({ kind: 'lifetime', period, unit: 'days' });

describe(id, () => {
  it('is ruled out by a policy without an end, where the app was used lately', () => {
    const facts = under({ kind: 'infinite' }, [grant('2026-01-01T00:00:00Z', '2026-11-22T00:00:00Z')]);
    expect(standing(policyExpired, facts).standing).to.equal('ruled-out');
    const byRow = { ...under({ kind: 'infinite' }, []), loginRows: [row('2026-11-22T00:00:00Z')] };
    expect(standing(policyExpired, byRow).standing).to.equal('ruled-out');
  });

  it('is suspected after 30 idle days under every policy that allows more, since the limit holds', () => {
    const idle = (policy: RefreshTokenPolicy, lastUsed: string, refused = true): Heard =>
      standing(policyExpired, under(policy, [grant('2026-01-01T00:00:00Z', lastUsed)], refused));
    const beyond = '2026-10-24T01:59:59Z';
    const longer: RefreshTokenPolicy[] = [
      { kind: 'infinite' },
      days(365),
      { kind: 'lifetime', period: 24, unit: 'months' },
      { kind: 'inactivity', period: 6, unit: 'months' },
      { kind: 'inactivity', period: 31, unit: 'days' },
    ];
    for (const policy of longer) {
      expect(idle(policy, beyond).said, JSON.stringify(policy)).to.include({ 'idle-limit': 'suggests' });
      expect(idle(policy, beyond, false).standing, JSON.stringify(policy)).to.equal('suspected');
    }
    for (const policy of [{ kind: 'zero' }, { kind: 'inactivity', period: 30, unit: 'days' }] as const)
      expect(idle(policy, beyond).said, policy.kind).to.not.have.property('idle-limit');
  });

  it('holds since 21 October in sandboxes, since 4 November elsewhere', () => {
    const at = (failedAt: string, isSandbox: boolean): Heard['said'] =>
      standing(policyExpired, {
        ...under({ kind: 'infinite' }, [grant('2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z')]),
        organization: { ...healthy.organization, isSandbox },
        failedAt,
      }).said;
    expect(at('2026-10-20T23:59:59Z', true))
      .to.include({ 'vendor-idle-limit': 'suggests' })
      .and.not.have.property('idle-limit');
    expect(at('2026-10-21T00:00:00Z', true))
      .to.include({ 'idle-limit': 'suggests' })
      .and.not.have.property('vendor-idle-limit');
    expect(at('2026-11-03T23:59:59Z', false)).to.include({ 'vendor-idle-limit': 'suggests' });
    expect(at('2026-11-04T00:00:00Z', false)).to.include({ 'idle-limit': 'suggests' });
    expect(at('2026-05-10T23:59:59Z', false)).to.not.have.any.keys('vendor-idle-limit', 'idle-limit');
  });

  it('is proved where the policy ends each token at once', () => {
    expect(standing(policyExpired, under({ kind: 'zero' }, [])).said).to.include({ 'ends-at-once': 'proves' });
  });

  it('is proved where every grant is past its lifetime, since the last of them ended', () => {
    const facts = under(days(90), [grant('2026-08-01T00:00:00Z'), grant('2026-07-01T00:00:00Z')]);
    expect(standing(policyExpired, facts)).to.deep.include({ standing: 'confirmed', since: '2026-10-30T00:00:00Z' });
  });

  it('is proved as one that a new token meets too, where the policy lets none live longer than a day', () => {
    const old = [grant('2026-08-01T00:00:00Z')];
    const said = (policy: RefreshTokenPolicy): Heard['said'] => standing(policyExpired, under(policy, old)).said;
    for (const kind of ['lifetime', 'inactivity'] as const) {
      for (const short of [
        { kind, period: 8, unit: 'hours' },
        { kind, period: 24, unit: 'hours' },
        { kind, period: 1, unit: 'days' },
      ] as const)
        expect(said(short)).to.include({ 'ends-within-a-day': 'proves' }).and.not.have.property('ends');
      expect(said({ kind, period: 25, unit: 'hours' }))
        .to.include({ ends: 'proves' })
        .and.not.have.property('ends-within-a-day');
    }
  });

  it('is proved as a policy that was made shorter, where a grant was used after its end', () => {
    const old = (used: string) => under(days(30), [grant('2026-08-01T00:00:00Z', used)]);
    expect(standing(policyExpired, old('2026-11-22T00:00:00Z'))).to.deep.include({
      standing: 'confirmed',
      since: '2026-11-22T00:00:00Z',
      said: { said: 'suggests', shortened: 'proves' },
    });
    expect(standing(policyExpired, old('2026-08-31T00:00:00Z')).said).to.deep.equal({
      said: 'suggests',
      ends: 'proves',
    });
  });

  it('is only suspected where a refresh went well after every grant that is left had ended: that was another token', () => {
    const facts = under(days(30), [grant('2026-08-01T00:00:00Z')]);
    const after = (at: string, more = {}) =>
      standing(policyExpired, { ...facts, loginRows: [row(at, { loginSubType: 'OAuth Refresh Token', ...more })] });
    expect(after('2026-11-22T00:00:00Z').said).to.include({ ends: 'suggests' });
    expect(after('2026-08-31T00:00:00Z').said).to.include({ ends: 'proves' });
    expect(after('2026-11-22T00:00:00Z', { application: 'Another App' }).said).to.include({ ends: 'proves' });
    expect(after('2026-11-22T00:00:00Z', { loginSubType: undefined }).said).to.include({ ends: 'proves' });
  });

  it('is only suspected where some grants still live: whose is whose cannot be seen', () => {
    const facts = under(days(90), [grant('2026-11-01T00:00:00Z'), grant('2026-07-01T00:00:00Z')]);
    expect(standing(policyExpired, facts).said).to.deep.equal({ said: 'suggests', ends: 'suggests' });
  });

  it('counts an idle limit from the last use', () => {
    const idle: RefreshTokenPolicy = { kind: 'inactivity', period: 1, unit: 'months' };
    const used = under(idle, [grant('2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z')], false);
    expect(standing(policyExpired, used)).to.include({ on: '2026-12-01T00:00:00Z' });
    const unused = under(idle, [grant('2026-01-01T00:00:00Z', '2026-10-20T00:00:00Z')]);
    expect(standing(policyExpired, unused).standing).to.equal('confirmed');
  });

  it('is ruled out while the end is far, foretold when it is near', () => {
    expect(standing(policyExpired, under(days(365), [grant('2026-11-20T00:00:00Z')], false)).standing).to.equal(
      'ruled-out',
    );
    const near = standing(policyExpired, under(days(30), [grant('2026-11-01T00:00:00Z')], false));
    expect(near).to.include({ standing: 'confirmed', on: '2026-12-01T00:00:00Z' });
  });

  it('judges by the time of the failure, not by now', () => {
    const facts = { ...under(days(30), [grant('2026-10-01T00:00:00Z')]), failedAt: '2026-10-15T00:00:00Z' };
    expect(standing(policyExpired, facts).said).not.to.have.property('ends');
  });

  it('foretells an idle limit only in its second half: a token in use never comes so near', () => {
    const week: RefreshTokenPolicy = { kind: 'inactivity', period: 7, unit: 'days' };
    const at = (lastUsed: string): string =>
      standing(policyExpired, under(week, [grant('2026-01-01T00:00:00Z', lastUsed)], false)).standing;
    expect(at('2026-11-19T14:00:00Z')).to.equal('confirmed');
    expect(at('2026-11-19T14:00:01Z')).to.equal('ruled-out');
  });

  it('may come by the idle limit, once half of it passed without a use, and never beside a refusal', () => {
    const at = (lastUsed: string, refused = false): Heard =>
      standing(policyExpired, under({ kind: 'infinite' }, [grant('2026-01-01T00:00:00Z', lastUsed)], refused));
    expect(at('2026-11-08T02:00:00Z').said).to.include({ 'idle-limit': 'foretells' });
    expect(at('2026-11-08T02:00:01Z').said).to.deep.equal({ 'never-ends': 'rules-out' });
    expect(at('2026-11-08T02:00:00Z', true).said).to.not.have.property('idle-limit');
  });
});
