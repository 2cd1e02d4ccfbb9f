import { expect } from 'chai';
import orgInactive from '../../src/causes/org-inactive-or-deleted.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'org-inactive-or-deleted';
const { loginHost, organization } = healthy;
const url = 'https://acme.my.salesforce.com';

describe(id, () => {
  it('is ruled out by an org that answers at this very host', () => {
    expect(standing(orgInactive, { loginHost, organization, refusals: [suspecting(id)] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is not ruled out by another org that answers', () => {
    const other = { ...loginHost, orgId: '00D000000000009' };
    expect(standing(orgInactive, { loginHost: other, organization, refusals: [suspecting(id)] }).standing).to.equal(
      'suspected',
    );
  });

  it('is suspected by a My Domain that is gone, or that has no org behind it', () => {
    const gone = { url, reachable: false, trouble: 'ENOTFOUND', kind: 'my-domain' } as const;
    expect(standing(orgInactive, { loginHost: gone }).said).to.deep.equal({ 'no-such-host': 'suggests' });
    const empty = { url, reachable: true, kind: 'my-domain', status: 420 } as const;
    expect(standing(orgInactive, { loginHost: empty }).said).to.deep.equal({ 'no-org-behind': 'suggests' });
  });

  it('foretells the end of a trial, and suspects nothing of an org that outlived its date', () => {
    const until = (trialExpiresAt: string) => ({ organization: { ...organization, trialExpiresAt } });
    expect(standing(orgInactive, until('2026-12-01T02:00:00Z'))).to.include({ on: '2026-12-01T02:00:00Z' });
    expect(standing(orgInactive, until('2026-11-01T00:00:00Z')).said).to.deep.equal({});
    expect(standing(orgInactive, until('2027-11-01T00:00:00Z')).said).to.deep.equal({});
  });

  it('is proved by a wording', () => {
    expect(standing(orgInactive, { refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });

  it('is not ruled out by its host where a wording says that it is suspended', () => {
    expect(standing(orgInactive, { loginHost, organization, refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });
});
