import { expect } from 'chai';
import userNotPreauthorized from '../../src/causes/user-not-preauthorized.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'user-not-preauthorized';
const left: Partial<Facts> = {
  integration: healthy.integration,
  app: healthy.app,
  appAccess: { paths: [], carriers: healthy.appAccess.carriers },
  refusals: [suspecting(id)],
};

describe(id, () => {
  it('is ruled out by an assignment', () => {
    expect(standing(userNotPreauthorized, { ...left, appAccess: healthy.appAccess }).standing).to.equal('ruled-out');
  });

  it('is ruled out by an app that is open to all users, and for SOAP login', () => {
    const app = { ...healthy.app!, permittedUsers: 'self-authorized' } as const;
    expect(standing(userNotPreauthorized, { ...left, app }).standing).to.equal('ruled-out');
    const integration = { ...healthy.integration, flow: 'soap-login' } as const;
    expect(standing(userNotPreauthorized, { ...left, integration }).standing).to.equal('ruled-out');
  });

  it('makes nothing of an app whose policy is not known', () => {
    const app = without(healthy.app!, 'permittedUsers');
    expect(standing(userNotPreauthorized, { ...left, app }).said).to.deep.equal({ said: 'suggests' });
  });

  it('is proved by a user without any assignment, and names what would give one', () => {
    const proof = standing(userNotPreauthorized, left);
    expect(proof.standing).to.equal('confirmed');
    expect(proof.sentences[1]).to.include('Marketing Sync Access');
  });

  it('is only suspected where client credentials run as another user than the one we looked at', () => {
    const integration = { ...healthy.integration, flow: 'client-credentials' } as const;
    const app = { ...healthy.app!, clientCredentials: { enabled: true, runAs: 'robot@acme.example' } };
    expect(standing(userNotPreauthorized, { ...left, integration, app }).standing).to.equal('suspected');
    const assigned = { ...left, integration, app, appAccess: healthy.appAccess };
    expect(standing(userNotPreauthorized, assigned).standing).to.equal('suspected');
  });
});
