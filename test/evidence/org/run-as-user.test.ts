import { expect } from 'chai';
import { orgNotAsked, actsAs } from '../../../src/evidence/org/index.ts';
import type { OrgFacts } from '../../../src/evidence/org/index.ts';
import { ofTheLogin } from '../../../src/evidence/org/run-as-user.ts';
import { known } from '../../../src/model/index.ts';
import type { Integration } from '../../../src/model/index.ts';
import { healthy } from '../../support/healthy.ts';

const source = { place: 'org' } as const;
const integration: Integration = {
  username: 'Integration@acme.example',
  flow: 'client-credentials',
  sourceIps: [],
};
const facts = (runAs?: string): OrgFacts => ({
  ...orgNotAsked(),
  app: known(
    { ...healthy.app!, clientCredentials: { enabled: true, ...(runAs === undefined ? {} : { runAs }) } },
    source,
  ),
  user: known(healthy.user, source),
  loginHours: known(healthy.loginHours, source),
  passwordPolicy: known(healthy.passwordPolicy, source),
});

describe('the user who logs in with client credentials', () => {
  it('is the run-as user: what was read of another is not known of the login, and the cure names who', () => {
    const seen = ofTheLogin(facts('robot@acme.example'), integration);
    for (const fact of [seen.user, seen.loginHours])
      expect(fact).to.deep.equal({ state: 'unknown', reason: 'not-asked', cure: '--username robot@acme.example' });
    expect(seen.passwordPolicy.state).to.equal('known');
  });

  it('leaves all as it is where the run-as user was named, or is not known, or the flow is another', () => {
    const named = facts('integration@ACME.example');
    expect(ofTheLogin(named, integration)).to.equal(named);
    const untold = facts();
    expect(ofTheLogin(untold, integration)).to.equal(untold);
    const robot = facts('robot@acme.example');
    expect(ofTheLogin(robot, { ...integration, flow: 'jwt' })).to.equal(robot);
    expect(actsAs({ ...integration, flow: 'jwt' }, robot)).to.equal(undefined);
  });

  it('is named as the cure also where nobody was named', () => {
    const nobody: Integration = { flow: 'client-credentials', sourceIps: [] };
    const seen = ofTheLogin({ ...facts('robot@acme.example'), user: orgNotAsked('--username').user }, nobody);
    expect(seen.user).to.have.property('cure', '--username robot@acme.example');
  });
});
