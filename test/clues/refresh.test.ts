import { expect } from 'chai';
import { endOf, isRefreshRow, refreshedShortlyBefore, refreshes } from '../../src/clues/refresh.ts';
import type { Flow } from '../../src/model/index.ts';
import { row, suspecting } from '../support/standing.ts';

const by = (flow?: Flow) => (flow === undefined ? { sourceIps: [] } : { sourceIps: [], flow });
const refused = [suspecting('refresh-token-revoked-or-expired')];

describe('refresh', () => {
  it('knows a login that lives on a refresh token', () => {
    expect(refreshes({ integration: by('refresh-token'), refusals: [] })).to.equal(true);
    expect(refreshes({ integration: by('jwt'), refusals: refused })).to.equal(false);
    expect(refreshes({ integration: by('web'), refusals: [] })).to.equal(false);
    expect(refreshes({ integration: by('web'), refusals: refused })).to.equal(true);
    expect(refreshes({ integration: by(), refusals: refused })).to.equal(true);
    // A code that was spent says nothing of the token that its login would have brought.
    const code = [suspecting('auth-code-expired-or-reused', 'refresh-token-rotated')];
    expect(refreshes({ integration: by('web'), refusals: code })).to.equal(false);
    expect(refreshes({ integration: by(), refusals: code })).to.equal(false);
  });

  it('counts a lifetime from the approval, an idle limit from the last use', () => {
    const grant = { appName: 'A', createdAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-02-01T00:00:00Z' };
    expect(endOf(grant, { kind: 'lifetime', period: 1, unit: 'days' })).to.equal('2026-01-02T00:00:00Z');
    expect(endOf(grant, { kind: 'inactivity', period: 1, unit: 'days' })).to.equal('2026-02-02T00:00:00Z');
    expect(endOf(grant, { kind: 'infinite' })).to.equal(undefined);
  });

  it('knows the sub-type by name and by label', () => {
    for (const loginSubType of ['OauthRefreshToken', 'OAuth Refresh Token']) {
      expect(isRefreshRow(row('2026-11-23T00:00:00Z', { loginSubType }))).to.equal(true);
    }
    expect(isRefreshRow(row('2026-11-23T00:00:00Z', { loginSubType: 'OauthWebServer' }))).to.equal(false);
    expect(isRefreshRow(row('2026-11-23T00:00:00Z'))).to.equal(false);
  });

  it('finds a refresh of this app shortly before, and no other', () => {
    const at = '2026-11-23T02:00:00Z';
    const good = row('2026-11-23T01:56:00Z', { loginSubType: 'OauthRefreshToken' });
    expect(refreshedShortlyBefore([good], 'marketing sync', at)).to.equal(good);
    expect(refreshedShortlyBefore([good], 'Other', at)).to.equal(undefined);
    expect(refreshedShortlyBefore([{ ...good, at: '2026-11-23T01:54:00Z' }], 'Marketing Sync', at)).to.equal(undefined);
    expect(refreshedShortlyBefore([{ ...good, at: '2026-11-23T02:00:01Z' }], 'Marketing Sync', at)).to.equal(undefined);
    expect(refreshedShortlyBefore([{ ...good, success: false }], 'Marketing Sync', at)).to.equal(undefined);
  });
});
