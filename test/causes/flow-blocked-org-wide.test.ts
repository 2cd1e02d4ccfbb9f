import { expect } from 'chai';
import flowBlockedOrgWide from '../../src/causes/flow-blocked-org-wide.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'flow-blocked-org-wide';
const unknownFlow = without(healthy.integration, 'flow');
const integration = { ...unknownFlow, flow: 'password' } as const;

describe(id, () => {
  it('is ruled out for another flow', () => {
    expect(standing(flowBlockedOrgWide, { ...healthy, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('is proved by the switch for a password login', () => {
    const facts = { integration, oauthSettings: { passwordFlowBlocked: true } };
    expect(standing(flowBlockedOrgWide, facts).said).to.deep.equal({ 'org-switch': 'proves', retirement: 'foretells' });
  });

  it('is foretold where the org still allows the flow, and no longer after the date', () => {
    const facts = { integration, oauthSettings: { passwordFlowBlocked: false }, loginRows: [] };
    expect(standing(flowBlockedOrgWide, facts)).to.include({ standing: 'confirmed', on: '2027-02-20T00:00:00Z' });
    const after = { ...facts, now: '2027-03-01T00:00:00Z' };
    expect(standing(flowBlockedOrgWide, after).said).to.deep.equal({});
    expect(standing(flowBlockedOrgWide, { ...after, refusals: [suspecting(id)] }).standing).to.equal('suspected');
  });

  it('makes nothing of a switch that the org did not tell', () => {
    expect(standing(flowBlockedOrgWide, { integration: unknownFlow, oauthSettings: {} }).said).to.deep.equal({});
  });

  it('is only suspected while the flow is not known', () => {
    const facts = { integration: unknownFlow, oauthSettings: { passwordFlowBlocked: true } };
    expect(standing(flowBlockedOrgWide, { ...facts, refusals: [suspecting(id)] }).standing).to.equal('suspected');
    expect(standing(flowBlockedOrgWide, facts).said).to.deep.equal({});
  });
});
