import { expect } from 'chai';
import userInactive from '../../src/causes/user-inactive.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

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
});
