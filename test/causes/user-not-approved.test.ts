import { expect } from 'chai';
import userNotApproved from '../../src/causes/user-not-approved.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'user-not-approved';
const self = { ...healthy.app!, permittedUsers: 'self-authorized' } as const;
const asked: Partial<Facts> = { integration: healthy.integration, app: self, grants: [], refusals: [suspecting(id)] };
const approval = [{ appName: 'Marketing Sync', createdAt: '2026-01-01T00:00:00Z' }];

describe(id, () => {
  it('is ruled out by an app whose users are pre-authorized', () => {
    expect(standing(userNotApproved, { ...asked, app: healthy.app }).standing).to.equal('ruled-out');
  });

  it('is ruled out for a flow that needs no approval', () => {
    const integration = { ...healthy.integration, flow: 'client-credentials' } as const;
    expect(standing(userNotApproved, { ...asked, integration }).standing).to.equal('ruled-out');
  });

  it('is proved for JWT by an app that users approve, and a user who has not', () => {
    expect(standing(userNotApproved, asked).standing).to.equal('confirmed');
  });

  it('is ruled out by an approval that was kept, and left open by one that may not have been', () => {
    expect(standing(userNotApproved, { ...asked, grants: approval, appOauth: healthy.appOauth }).standing).to.equal(
      'ruled-out',
    );
    const appOauth = { ...healthy.appOauth!, scopes: ['api'] };
    expect(standing(userNotApproved, { ...asked, grants: approval, appOauth }).said).to.include({
      approval: 'suggests',
    });
    expect(standing(userNotApproved, { ...asked, grants: approval }).standing).to.equal('suspected');
  });

  it('says beside a login that went well lately that a withdrawn approval leaves no entry', () => {
    const { standing: stands, sentences } = standing(userNotApproved, { ...healthy, ...asked, refusals: [] });
    expect(stands).to.equal('suspected');
    expect(sentences.join()).to.include('An approval that is withdrawn leaves no entry');
  });

  it('is only suspected while the flow is not known', () => {
    const integration = without(healthy.integration, 'flow');
    expect(standing(userNotApproved, { ...asked, integration }).standing).to.equal('suspected');
  });
});
