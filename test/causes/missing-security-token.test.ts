import { expect } from 'chai';
import missingSecurityToken from '../../src/causes/missing-security-token.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const id = 'missing-security-token';
const integration = { ...healthy.integration, flow: 'password' } as const;
const refusals = [suspecting(id)];
const trusted = [{ start: '203.0.113.0', end: '203.0.113.255' }];
const failed = row('2026-11-23T01:30:00Z', {
  success: false,
  status: 'odd',
  recognised: false,
  sourceIp: '198.51.100.9',
});

describe(id, () => {
  it('is ruled out for JWT', () => {
    expect(standing(missingSecurityToken, { ...healthy, refusals }).said).to.include({ 'other-flow': 'rules-out' });
  });

  it('is ruled out from a trusted address', () => {
    expect(standing(missingSecurityToken, { integration, refusals, trustedIpRanges: trusted }).standing).to.equal(
      'ruled-out',
    );
  });

  it('says nothing of an untrusted address while nothing failed: the token may well be sent', () => {
    expect(standing(missingSecurityToken, { integration, trustedIpRanges: [], loginRows: [] }).said).to.deep.equal({});
  });

  it('takes a hint from an untrusted address where the wording leaves it open', () => {
    const facts = { integration, refusals, trustedIpRanges: [], loginRows: [] };
    expect(standing(missingSecurityToken, facts).said).to.deep.equal({
      said: 'suggests',
      'untrusted-address': 'suggests',
    });
  });

  it('reads the address of the failing row where none was given', () => {
    const facts = { integration: { ...integration, sourceIps: [] }, loginRows: [failed], refusals };
    expect(standing(missingSecurityToken, { ...facts, trustedIpRanges: trusted }).said).to.include({
      'trusted-row': 'suggests',
    });
    const there = [{ start: '198.51.100.0', end: '198.51.100.255' }];
    expect(standing(missingSecurityToken, { ...facts, trustedIpRanges: there }).standing).to.equal('ruled-out');
  });

  it('takes no hint from an address from which this login went well before: it sends the token, or needs none', () => {
    const before = row('2026-11-23T00:30:00Z', { sourceIp: '198.51.100.9' });
    const facts = { integration: { ...integration, sourceIps: [] }, refusals, trustedIpRanges: [] };
    expect(standing(missingSecurityToken, { ...facts, loginRows: [failed, before] }).said).to.deep.equal({
      said: 'suggests',
    });
    const given = { ...facts, integration: { ...integration, sourceIps: ['198.51.100.9'] } };
    expect(standing(missingSecurityToken, { ...given, loginRows: [before] }).said).to.deep.equal({ said: 'suggests' });
    const elsewhere = row('2026-11-23T00:30:00Z', { sourceIp: '192.0.2.1' });
    expect(standing(missingSecurityToken, { ...given, loginRows: [elsewhere] }).said).to.include({
      'untrusted-address': 'suggests',
    });
  });
});
