import { expect } from 'chai';
import { seenAddress } from '../../src/clues/source-address.ts';
import { now } from '../support/evidence.ts';
import { row } from '../support/standing.ts';

const failed = row('2026-11-23T01:00:00Z', { success: false, status: 'Restricted IP', sourceIp: '198.51.100.9' });

describe('source address', () => {
  it('is that of the failing row', () => {
    const facts = { integration: { sourceIps: [] }, loginRows: [failed], failedAt: undefined, now, refusals: [] };
    expect(seenAddress(facts)).to.equal('198.51.100.9');
  });

  it('gives way to an address that was given, and is none without a failing row', () => {
    expect(
      seenAddress({
        integration: { sourceIps: ['192.0.2.1'] },
        loginRows: [failed],
        failedAt: undefined,
        now,
        refusals: [],
      }),
    ).to.equal(undefined);
    const worked = [row('2026-11-23T01:30:00Z', { sourceIp: failed.sourceIp! }), failed];
    expect(
      seenAddress({ integration: { sourceIps: [] }, loginRows: worked, failedAt: undefined, now, refusals: [] }),
    ).to.equal(undefined);
  });
});
