import { expect } from 'chai';
import { isElsewhere } from '../../src/diagnosis/elsewhere.ts';
import { unknown } from '../../src/model/index.ts';
import type { Facts } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const at = (facts: Partial<Facts>): boolean =>
  isElsewhere(evidence({ organization: healthy.organization, myDomain: { name: 'acme' }, ...facts }));
const to = (loginUrl: string) => ({ integration: { ...healthy.integration, loginUrl } });

describe('a login to another org than the one that was looked into', () => {
  it('is known by the id that its host tells', () => {
    expect(at({ loginHost: healthy.loginHost })).to.equal(false);
    expect(at({ loginHost: { ...healthy.loginHost, orgId: '00D000000000002' } })).to.equal(true);
  });

  it('is known by a host that names a sandbox, where the org is none, and the other way round', () => {
    expect(at(to('https://acme--uat.sandbox.my.salesforce.com'))).to.equal(true);
    expect(at({ ...to('https://acme.my.salesforce.com'), myDomain: { name: 'acme--uat' } })).to.equal(true);
    expect(at({ ...to('https://acme--uat.sandbox.my.salesforce.com'), myDomain: { name: 'acme--uat' } })).to.equal(
      false,
    );
  });

  it('is known by a host of another name, where the org does not have the user', () => {
    const other = to('https://acme-emea.my.salesforce.com');
    expect(at({ ...other, user: undefined })).to.equal(true);
    expect(at({ ...other, user: healthy.user })).to.equal(false);
    expect(at({ ...to('https://acme.my.salesforce.com'), user: undefined })).to.equal(false);
  });

  it('is not claimed for a host that every org shares, for another name, or where nobody looked', () => {
    expect(at(to('https://login.salesforce.com'))).to.equal(false);
    expect(at(to('https://acme-renamed.my.salesforce.com'))).to.equal(false);
    expect(isElsewhere(evidence(to('https://acme--uat.sandbox.my.salesforce.com')))).to.equal(false);
    expect(
      isElsewhere(evidence({ ...to('https://acme--uat.sandbox.my.salesforce.com'), loginHost: healthy.loginHost })),
    ).to.equal(false);
    const unnamed = { ...to('https://acme--uat.sandbox.my.salesforce.com'), organization: healthy.organization };
    expect(isElsewhere(evidence(unnamed)), 'nobody saw the name of the org').to.equal(false);
    const seen = evidence({ organization: healthy.organization, myDomain: { name: 'acme' } });
    expect(isElsewhere({ ...seen, integration: unknown('not-asked') }), 'nobody said where it goes').to.equal(false);
  });
});
