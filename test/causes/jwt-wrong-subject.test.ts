import { expect } from 'chai';
import wrongSubject from '../../src/causes/jwt-wrong-subject.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'jwt-wrong-subject';
const { integration, user } = healthy;

describe(id, () => {
  it('is ruled out by a user of that name', () => {
    expect(standing(wrongSubject, { integration, user, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('is not ruled out against a wording that has it alone', () => {
    expect(standing(wrongSubject, { integration, user, refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });

  it('is silent where no username was given', () => {
    expect(
      standing(wrongSubject, { integration: without(integration, 'username'), user: undefined }).said,
    ).to.deep.equal({});
  });

  it('is proved for JWT by a username that the org does not have, suspected while the flow is not known', () => {
    expect(standing(wrongSubject, { integration, user: undefined }).standing).to.equal('confirmed');
    expect(standing(wrongSubject, { integration: without(integration, 'flow'), user: undefined }).standing).to.equal(
      'suspected',
    );
    const password = { ...integration, flow: 'password' } as const;
    expect(standing(wrongSubject, { integration: password, user: undefined }).standing).to.equal('ruled-out');
  });

  it('is suspected where an assertion is for somebody else than was named', () => {
    const assertion = (subject: string) =>
      ({ state: 'decoded', algorithm: 'RS256', audience: [], missing: [], subject }) as const;
    const said = (subject: string) => standing(wrongSubject, { integration, assertion: assertion(subject) }).said;
    expect(said('other@acme.example')).to.deep.equal({ 'other-subject': 'suggests' });
    expect(said('Integration@acme.example')).to.deep.equal({});
  });
});
