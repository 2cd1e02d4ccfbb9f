import { expect } from 'chai';
import userInactive from '../../src/causes/user-inactive.ts';
import type { Facts, User } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

/** Client credentials of an app that acts as another than the user who was named. */
const actingAs = (runAs: Partial<NonNullable<Facts['runAs']>>): Partial<Facts> => ({
  integration: { ...healthy.integration, flow: 'client-credentials' },
  runAs: { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths: [], ...runAs },
});

describe('user-inactive', () => {
  it('is ruled out by an active user', () => {
    expect(standing(userInactive, { ...healthy, refusals: [suspecting('user-inactive')] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is silent where the org has no such user: that is another cause', () => {
    expect(standing(userInactive, { user: undefined }).said).to.deep.equal({});
  });

  it('is proved by a user who is not active, and names the user', () => {
    const inactive = standing(userInactive, { user: { ...healthy.user!, isActive: false } });
    expect(inactive.standing).to.equal('confirmed');
    expect(inactive.sentences).to.deep.equal(['The user "Integration User" is not active.']);
  });

  it('looks at the run-as user of client credentials, who is not the one that was named', () => {
    expect(standing(userInactive, actingAs({ isActive: false })).said).to.deep.equal({ 'run-as': 'proves' });
    expect(standing(userInactive, actingAs({ isActive: true })).said).to.deep.equal({ 'run-as': 'rules-out' });
    const named = {
      ...actingAs({ isActive: false }),
      integration: { ...healthy.integration, username: 'robot@acme.example' },
    };
    expect(standing(userInactive, named).said).to.deep.equal({});
  });

  it('notes a user who never logged in, and one who did not for ninety days', () => {
    const told = (lastLogin: User['lastLogin'], isActive = true) =>
      standing(userInactive, {
        integration: healthy.integration,
        now: '2026-11-23T02:00:00.000Z',
        user: { ...healthy.user!, isActive, ...(lastLogin === undefined ? {} : { lastLogin }) },
      });
    expect(told({}).told).to.deep.equal({ 'never-logged-in': 'tells' });
    expect(told({ at: '2026-08-25T02:00:00.000Z' }).told).to.deep.equal({ stale: 'tells' });
    expect(told({ at: '2026-08-25T02:00:00.000Z' }).sentences.join(' ')).to.include('90 days ago');
    expect(told({ at: '2026-08-25T02:00:01.000Z' }).told).to.deep.equal({});
    expect(told(undefined).told).to.deep.equal({});
    expect(told({}, false).told).to.deep.equal({});
  });
});
