import { expect } from 'chai';
import { remedyValues } from '../../src/diagnosis/remedy-values.ts';
import type { User } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const nobody = { targetOrg: undefined, changedBy: undefined, sourceIp: undefined };

describe('what the words of a remedy are filled with', () => {
  it('has the profile by its id where its name is hidden from who looks', () => {
    const { profileName, ...unnamed } = healthy.user ?? expect.fail();
    const of = (user: User): unknown => remedyValues(evidence({ user }), nobody).profileName;
    expect(of({ ...unnamed, profileName: 'Integration' })).to.equal('Integration');
    expect(of(unnamed)).to.equal(unnamed.profileId);
    expect(profileName).to.not.equal(unnamed.profileId);
  });
});
