import { expect } from 'chai';
import soapLoginDisabled from '../../src/causes/soap-login-disabled.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'soap-login-disabled';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(soapLoginDisabled, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(soapLoginDisabled, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'jwt' } as const, refusals: [suspecting(id)] };
    expect(standing(soapLoginDisabled, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(soapLoginDisabled, {}).said).to.deep.equal({});
    expect(standing(soapLoginDisabled, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(soapLoginDisabled, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(soapLoginDisabled, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('may come for a login that works, in a season and on no day, until that year is over', () => {
    const integration = { ...healthy.integration, flow: 'soap-login' } as const;
    const heard = standing(soapLoginDisabled, { integration });
    expect(heard).to.include({ standing: 'suspected', season: "Winter '27" }).and.not.have.property('on');
    expect(heard.said).to.deep.equal({ 'any-api-auth': 'foretells', retirement: 'foretells' });
    expect(standing(soapLoginDisabled, { integration, now: '2028-01-01T00:00:00Z' }).said).to.deep.equal({});
  });
});
