import { expect } from 'chai';
import rotated from '../../src/causes/refresh-token-rotated.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const refused: Partial<Facts> = {
  integration: { ...healthy.integration, flow: 'refresh-token' },
  app: healthy.app,
  appOauth: { ...healthy.appOauth!, refreshTokenRotation: true },
  loginRows: [row('2026-11-23T01:57:00Z', { loginSubType: 'OauthRefreshToken' })],
  refusals: [suspecting('refresh-token-rotated')],
  failedAt: undefined,
  now: healthy.now,
  grants: [],
};

describe('refresh-token-rotated', () => {
  it('is ruled out by an app that does not rotate', () => {
    expect(standing(rotated, { ...refused, appOauth: healthy.appOauth }).standing).to.equal('ruled-out');
  });

  it('is only suspected by rotation alone', () => {
    const loginRows = [row('2026-11-22T01:57:00Z', { loginSubType: 'OauthRefreshToken' })];
    expect(standing(rotated, { ...refused, loginRows }).said).to.deep.equal({ said: 'suggests', rotation: 'suggests' });
  });

  it('is proved by a refresh that worked minutes before', () => {
    expect(standing(rotated, refused).said).to.include({ 'used-just-before': 'proves' });
  });

  it('is only suspected while a grant lives: a text without a date, and a worker that refreshes at this moment', () => {
    const grants = [
      { appName: 'Marketing Sync', createdAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-11-23T01:57:00Z' },
    ];
    const heard = standing(rotated, { ...refused, grants });
    expect(heard.standing).to.equal('suspected');
    expect(heard.said).to.include({ 'used-just-before': 'suggests' });
  });

  it('counts the minutes from the row of the failure, where there is one', () => {
    const success = row('2026-11-23T01:20:00Z', { loginSubType: 'OauthRefreshToken' });
    const failure = row('2026-11-23T01:22:00Z', { success: false, status: 'Failed: Something', recognised: false });
    const said = (loginRows: Facts['loginRows']) => standing(rotated, { ...refused, loginRows }).said;
    expect(said([failure, success])).to.include({ 'used-just-before': 'proves' });
    expect(said([success])).to.not.have.property('used-just-before');
  });

  it('says nothing of a working login', () => {
    expect(standing(rotated, { ...refused, refusals: [] }).said).to.deep.equal({});
  });
});
