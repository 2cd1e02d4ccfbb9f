import { expect } from 'chai';
import usersSelfAuthorize from '../../src/causes/users-self-authorize.ts';
import type { Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const open = (flow: Flow): Partial<Facts> => ({
  ...healthy,
  integration: { ...healthy.integration, flow },
  app: { ...healthy.app!, permittedUsers: 'self-authorized' },
});

describe('users-self-authorize', () => {
  it('is ruled out where an admin approves the users', () => {
    expect(standing(usersSelfAuthorize, healthy).standing).to.equal('ruled-out');
  });

  for (const flow of ['jwt', 'client-credentials', 'refresh-token', 'token-exchange'] as const) {
    it(`is proved by the policy for ${flow}`, () => {
      expect(standing(usersSelfAuthorize, open(flow)).standing).to.equal('confirmed');
    });
  }

  for (const flow of ['web', 'device', 'soap-login'] as const) {
    it(`says nothing of ${flow}, where people may be meant to let the app in, or no app is there`, () => {
      expect(standing(usersSelfAuthorize, open(flow)).said).to.deep.equal({ 'other-flow': 'rules-out' });
    });
  }

  it('says nothing where app, policy or flow is not known', () => {
    expect(standing(usersSelfAuthorize, { ...healthy, app: undefined }).said).to.deep.equal({});
    expect(
      standing(usersSelfAuthorize, { ...healthy, app: without(healthy.app!, 'permittedUsers') }).said,
    ).to.deep.equal({});
    const integration = without(healthy.integration, 'flow');
    expect(standing(usersSelfAuthorize, { ...open('jwt'), integration }).said).to.deep.equal({});
  });

  it('leaves a refused approval to user-not-approved', () => {
    const refusals = [suspecting('user-not-approved')];
    expect(standing(usersSelfAuthorize, { ...open('jwt'), refusals }).said).to.deep.equal({});
  });
});
