import { expect } from 'chai';
import orgMaintenance from '../../src/causes/org-maintenance-or-read-only.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing } from '../support/standing.ts';

const id = 'org-maintenance-or-read-only';

describe(id, () => {
  it('is silent at a host and an org that work', () => {
    expect(standing(orgMaintenance, healthy).standing).to.equal('no-sign');
  });

  it('is suspected by a host that is down, and by an org that is read-only', () => {
    const loginHost = { ...healthy.loginHost, status: 503 };
    expect(standing(orgMaintenance, { loginHost }).said).to.deep.equal({ 'host-down': 'suggests' });
    const organization = { ...healthy.organization, isReadOnly: true };
    expect(standing(orgMaintenance, { organization }).said).to.deep.equal({ 'read-only': 'suggests' });
  });

  it('is proved by a wording', () => {
    expect(standing(orgMaintenance, { refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });

  it("is proved by Salesforce's own page at the login host", () => {
    const loginHost = { ...healthy.loginHost, status: 503, html: true, page: 'maintenance' } as const;
    expect(standing(orgMaintenance, { loginHost }).said).to.deep.equal({ page: 'proves', 'host-down': 'suggests' });
  });
});
