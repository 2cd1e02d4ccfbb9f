import { expect } from 'chai';
import apiDisabled from '../../src/causes/api-disabled-for-user-or-edition.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const id = 'api-disabled-for-user-or-edition';

describe(id, () => {
  it('is ruled out by the permission', () => {
    const facts = { userPermissions: healthy.userPermissions, refusals: [suspecting(id)] };
    expect(standing(apiDisabled, facts).standing).to.equal('ruled-out');
  });

  it('is not decided by permissions that were not seen', () => {
    expect(standing(apiDisabled, { refusals: [suspecting(id)] }).standing).to.equal('suspected');
  });

  it('is proved by a user without the permission', () => {
    const userPermissions = { ...healthy.userPermissions, apiEnabled: [] };
    expect(standing(apiDisabled, { userPermissions }).said).to.deep.equal({ 'api-enabled': 'proves' });
  });
});
