import { expect } from 'chai';
import wrongAudience from '../../src/causes/jwt-wrong-audience.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'jwt-wrong-audience';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(wrongAudience, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(wrongAudience, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'web' } as const, refusals: [suspecting(id)] };
    expect(standing(wrongAudience, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(wrongAudience, {}).said).to.deep.equal({});
    expect(standing(wrongAudience, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(wrongAudience, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(wrongAudience, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('names the variable that sets the audience, where it is the other kind of host or ends in a slash', () => {
    const said = (url: string, isSandbox = false) =>
      standing(wrongAudience, {
        environment: { audience: { variable: 'SF_AUDIENCE_URL', url } },
        organization: { ...healthy.organization, isSandbox },
        refusals: [suspecting(id)],
      }).said;
    expect(said('https://test.salesforce.com')).to.include({ 'audience-variable': 'suggests' });
    expect(said('https://login.salesforce.com/')).to.include({ 'audience-variable': 'suggests' });
    expect(said('https://login.salesforce.com', true)).to.include({ 'audience-variable': 'suggests' });
    for (const fit of ['https://login.salesforce.com', 'https://acme.my.salesforce.com'])
      expect(said(fit)).to.deep.equal({ said: 'suggests' });
  });

  describe('an assertion that was given', () => {
    const said = (audience: string, isSandbox = false, refusals: Facts['refusals'] = []) =>
      standing(wrongAudience, {
        integration: healthy.integration,
        assertion: { state: 'decoded', algorithm: 'RS256', audience: [audience], missing: [] },
        organization: { ...healthy.organization, isSandbox },
        refusals,
      }).said.audience;
    const [login, test] = ['https://login.salesforce.com', 'https://test.salesforce.com'];

    it('for the login host of this kind of org rules it out, unless a wording has no other meaning', () => {
      expect([said(login), said(test, true)]).to.deep.equal(['rules-out', 'rules-out']);
      expect(said(login, false, [deciding(id)])).to.equal(undefined);
    });

    it('for the login host of the other kind proves it', () => {
      expect([said(test), said(login, true)]).to.deep.equal(['proves', 'proves']);
    });

    it('for what may be a login host of this org says nothing', () => {
      for (const audience of ['https://acme.my.salesforce.com', 'https://acme.my.site.com/partners'])
        expect(said(audience), audience).to.equal(undefined);
    });

    it('for anything else suggests it', () => {
      const others = [`${login}/`, `${login}/services/oauth2/token`, 'https://acme.lightning.force.com', 'salesforce'];
      for (const audience of others) expect(said(audience), audience).to.equal('suggests');
    });
  });
});
