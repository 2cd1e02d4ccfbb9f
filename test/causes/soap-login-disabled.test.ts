import { expect } from 'chai';
import soapLoginDisabled from '../../src/causes/soap-login-disabled.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';
import type { Heard } from '../support/standing.ts';

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
    expect(heard).to.include({ standing: 'suspected', season: "Summer '27" }).and.not.have.property('on');
    expect(standing(soapLoginDisabled, { integration, now: '2028-01-01T00:00:00Z' }).said).to.deep.equal({});
  });

  it('asks for "Use Any API Auth" since the release that enforces it has come to every org', () => {
    const integration = { ...healthy.integration, flow: 'soap-login' } as const;
    const road = { via: 'permission-set', name: 'API_Users' } as const;
    const by = (facts: Partial<Facts>): Heard['said'] =>
      standing(soapLoginDisabled, { integration, loginRows: [], anyApiAuth: [], ...facts }).said;
    expect(by({})).to.include({ 'any-api-auth': 'suggests' });
    expect(by({ now: '2026-10-09T23:59:59Z' })).to.include({ 'any-api-auth': 'foretells' });
    expect(by({ now: '2026-10-10T00:00:00Z' })).to.include({ 'any-api-auth': 'suggests' });
    expect(by({ anyApiAuth: [road] })).to.include({ 'any-api-auth': 'rules-out' });
    expect(by({ anyApiAuth: [road], refusals: [deciding(id)] })).to.not.have.property('any-api-auth');
    expect(by({ refusals: [deciding('user-frozen')] })).to.not.have.property('any-api-auth');
    expect(by({ loginRows: [row('2026-10-11T00:00:00Z')] })).to.not.have.property('any-api-auth');
    expect(by({ loginRows: [row('2026-10-09T00:00:00Z')] })).to.include({ 'any-api-auth': 'suggests' });
  });
});
