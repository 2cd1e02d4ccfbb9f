import { expect } from 'chai';
import ipRestricted from '../../src/causes/ip-restricted.ts';
import type { Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const ranges = [
  { start: '192.0.2.0', end: '192.0.2.127' },
  { start: '192.0.2.128', end: '192.0.2.255' },
];
const from = (address: string, flow: Flow = 'jwt'): Partial<Facts> => ({
  integration: { ...healthy.integration, flow, sourceIps: [address] },
  loginIpRanges: ranges,
});

describe('ip-restricted', () => {
  it('is ruled out by a profile without ranges', () => {
    expect(standing(ipRestricted, healthy).standing).to.equal('ruled-out');
  });

  it('is not ruled out for a refresh token that was refused so: an allowlist of the app cannot be read', () => {
    const integration = { ...healthy.integration, flow: 'refresh-token' } as const;
    const facts = { integration, loginIpRanges: [], refusals: [suspecting('ip-restricted')] };
    expect(standing(ipRestricted, facts).standing).to.equal('suspected');
  });

  it('is ruled out by an address inside, also a block across two ranges that touch', () => {
    expect(standing(ipRestricted, from('192.0.2.200')).standing).to.equal('ruled-out');
    expect(standing(ipRestricted, from('192.0.2.96/27')).standing).to.equal('ruled-out');
    expect(standing(ipRestricted, from('192.0.2.0/24')).standing).to.equal('ruled-out');
  });

  it('is only suspected from outside while it is not known whether the app relaxes the ranges', () => {
    expect(standing(ipRestricted, from('203.0.113.7')).standing).to.equal('suspected');
    expect(standing(ipRestricted, { ...from('203.0.113.7'), ipRelaxation: 'bypass-2factor' }).standing).to.equal(
      'suspected',
    );
  });

  it('is proved from outside where the app enforces them, and ruled out where it does not', () => {
    expect(standing(ipRestricted, { ...from('203.0.113.7'), ipRelaxation: 'enforce' }).standing).to.equal('confirmed');
    const web = { ...from('203.0.113.7', 'web'), ipRelaxation: 'bypass' } as const;
    expect(standing(ipRestricted, web).standing).to.equal('ruled-out');
    const relaxed = { ipRelaxation: 'enforce-relax-refresh' } as const;
    expect(standing(ipRestricted, { ...from('203.0.113.7'), ...relaxed }).standing).to.equal('confirmed');
    expect(standing(ipRestricted, { ...from('203.0.113.7', 'refresh-token'), ...relaxed }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is not ruled out for JWT by an app that relaxes the ranges, but where one passed from outside within a month', () => {
    const now = '2026-11-23T03:00:00Z';
    const jwt = { ...from('203.0.113.7'), ipRelaxation: 'bypass', now } as const;
    const after = (at: string, sourceIp: string) =>
      standing(ipRestricted, { ...jwt, loginRows: [row(at, { sourceIp })] }).standing;
    expect(standing(ipRestricted, jwt).standing).to.equal('suspected');
    expect(after('2026-10-24T03:00:00Z', '203.0.113.9')).to.equal('ruled-out');
    expect(after('2026-10-24T02:59:59Z', '203.0.113.9')).to.equal('suspected');
    expect(after('2026-11-22T03:00:00Z', '192.0.2.5')).to.equal('suspected');
    const refused = { ...jwt, refusals: [deciding('ip-restricted')] };
    expect(standing(ipRestricted, refused).standing).to.equal('confirmed');
  });

  it('tells that every request is held to the ranges, where one from outside was refused', () => {
    const sessionSettings = { rangesOnEveryRequest: true };
    const refusals = [suspecting('session-invalid-not-oauth', 'ip-restricted')];
    const said = (facts: Partial<Facts>) => standing(ipRestricted, { refusals, sessionSettings, ...facts }).said;
    expect(said(from('203.0.113.7'))).to.include({ 'every-request': 'suggests' });
    expect(said(from('192.0.2.5'))).to.not.have.property('every-request');
    expect(said({ ...from('203.0.113.7'), loginIpRanges: [] })).to.not.have.property('every-request');
    expect(said({ ...from('203.0.113.7'), sessionSettings: {} })).to.not.have.property('every-request');
    expect(said({ ...from('203.0.113.7'), refusals: [] })).to.not.have.property('every-request');
  });

  it('is proved for SOAP login whatever an app says', () => {
    expect(standing(ipRestricted, { ...from('203.0.113.7', 'soap-login'), ipRelaxation: 'bypass' }).standing).to.equal(
      'confirmed',
    );
  });

  it('is proved for SOAP login by the address of its row, without any app', () => {
    const integration = { flow: 'soap-login', sourceIps: [] } as const;
    const asked = { integration, refusals: [], failedAt: undefined, now: healthy.now, loginIpRanges: ranges };
    const said = (sourceIp: string) =>
      standing(ipRestricted, { ...asked, loginRows: [row('2026-11-23T01:30:00Z', { success: false, sourceIp })] }).said;
    expect(said('203.0.113.7')).to.include({ row: 'proves' });
    expect(said('192.0.2.5')).to.not.have.property('row');
  });

  it('is only suspected for a block that lies partly outside', () => {
    const partly = { ...from('192.0.2.0/23'), ipRelaxation: 'enforce' } as const;
    expect(standing(ipRestricted, { ...partly, refusals: [suspecting('ip-restricted')] }).standing).to.equal(
      'suspected',
    );
    // Where no failure was shown, each of its addresses counts.
    expect(standing(ipRestricted, partly).standing).to.equal('confirmed');
  });

  it('reads the address of the failing row where none was given', () => {
    const failed = row('2026-11-23T01:30:00Z', {
      success: false,
      status: 'odd',
      recognised: false,
      sourceIp: '203.0.113.7',
    });
    const integration = { ...healthy.integration, sourceIps: [] };
    const facts = { integration, loginRows: [failed], loginIpRanges: ranges, ipRelaxation: 'enforce' } as const;
    expect(standing(ipRestricted, facts).said).to.deep.equal({ 'enforced-row': 'proves' });
  });

  it('is only suspected by some of several addresses, and goes by the row where it has the address', () => {
    const integration = { ...healthy.integration, sourceIps: ['192.0.2.7', '203.0.113.7'] };
    const mixed = { integration, loginIpRanges: ranges, ipRelaxation: 'enforce', loginRows: [] } as const;
    expect(standing(ipRestricted, { ...mixed, refusals: [suspecting('ip-restricted')] }).standing).to.equal(
      'suspected',
    );
    expect(standing(ipRestricted, mixed).standing).to.equal('confirmed');
    const failed = (sourceIp: string) => [
      row('2026-11-23T01:30:00Z', { success: false, status: 'odd', recognised: false, sourceIp }),
    ];
    expect(standing(ipRestricted, { ...mixed, loginRows: failed('203.0.113.7') }).standing).to.equal('confirmed');
    const outside = { ...mixed, integration: { ...integration, sourceIps: ['203.0.113.7'] } };
    expect(standing(ipRestricted, outside).standing).to.equal('confirmed');
    expect(standing(ipRestricted, { ...outside, loginRows: failed('192.0.2.7') }).standing).to.equal('suspected');
  });

  it('makes nothing of an address that it cannot read', () => {
    expect(standing(ipRestricted, { ...from('Salesforce.com IP'), ipRelaxation: 'enforce' }).said).to.deep.equal({});
  });

  it('shows both signs where the wording has it alone and the address is inside now', () => {
    const facts = { ...from('192.0.2.7'), refusals: [deciding('ip-restricted')] };
    expect(standing(ipRestricted, facts).said).to.deep.equal({ said: 'proves', address: 'rules-out' });
  });

  it('takes the address that went well within 30 days for that of today, where nobody said one', () => {
    const integration = { ...healthy.integration, sourceIps: [] };
    const after = (at: string) =>
      standing(ipRestricted, {
        ...healthy,
        integration,
        loginIpRanges: ranges,
        loginRows: [row(at, { sourceIp: '192.0.2.7' })],
      }).said;
    expect(Object.values(after('2026-10-24T02:00:00.000Z'))).to.include('rules-out');
    expect(Object.values(after('2026-10-24T01:59:59.999Z'))).to.not.include('rules-out');
  });
});
