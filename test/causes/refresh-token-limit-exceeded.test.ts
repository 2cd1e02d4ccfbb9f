import { expect } from 'chai';
import limitExceeded from '../../src/causes/refresh-token-limit-exceeded.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const id = 'refresh-token-limit-exceeded';
const grants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    appName: 'Marketing Sync',
    createdAt: `2026-11-2${index % 3}T0${index}:00:00Z`,
  }));
const refreshed = { loginSubType: 'OauthRefreshToken' };
const full: Partial<Facts> = {
  integration: { ...healthy.integration, flow: 'refresh-token' },
  app: healthy.app,
  grants: grants(5),
  loginRows: [row('2026-11-22T04:00:00Z', refreshed), row('2026-11-10T00:00:00Z', refreshed)],
  refusals: [suspecting(id)],
};

describe(id, () => {
  it('is ruled out by few grants, and left open by four', () => {
    expect(standing(limitExceeded, { ...full, grants: grants(3) }).standing).to.equal('ruled-out');
    expect(standing(limitExceeded, { ...full, grants: grants(4) }).said).to.deep.equal({ said: 'suggests' });
  });

  it('is not ruled out while the app was not found: its grants may stand under another name', () => {
    expect(standing(limitExceeded, { ...full, grants: [], app: undefined }).said).to.deep.equal({ said: 'suggests' });
  });

  it('says nothing of five grants while no token was refused', () => {
    expect(standing(limitExceeded, { ...full, refusals: [] }).said).to.deep.equal({});
  });

  it('is proved by five grants that are all newer than a login that worked', () => {
    const pushed = standing(limitExceeded, full);
    expect(pushed.said).to.deep.equal({ said: 'suggests', 'all-slots-taken': 'proves' });
    expect(pushed.sentences[1]).to.include('2026-11-10T00:00:00Z').and.include('2026-11-20T00:00:00Z');
  });

  it('is only suspected where nothing shows an older grant, or where a policy may have ended it', () => {
    expect(standing(limitExceeded, { ...full, loginRows: [row('2026-11-22T04:00:00Z')] }).standing).to.equal(
      'suspected',
    );
    const app = { ...healthy.app!, refreshTokenPolicy: { kind: 'lifetime', period: 30, unit: 'days' } } as const;
    expect(standing(limitExceeded, { ...full, app }).standing).to.equal('suspected');
  });

  it('is only suspected where the older login was no refresh, or lies so far back that it may have ended idle', () => {
    expect(standing(limitExceeded, { ...full, loginRows: [row('2026-11-10T00:00:00Z')] }).standing).to.equal(
      'suspected',
    );
    const old = { ...full, loginRows: [row('2026-07-01T00:00:00Z', refreshed)] };
    expect(standing(limitExceeded, old).standing).to.equal('suspected');
  });

  it('is ruled out for JWT', () => {
    expect(standing(limitExceeded, { ...full, integration: healthy.integration }).standing).to.equal('ruled-out');
  });
});
