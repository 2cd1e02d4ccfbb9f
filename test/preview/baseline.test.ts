import { expect } from 'chai';
import type { BaselineEntry, PreviewedIntegration, Refusing } from '../../src/model/index.ts';
import { acceptBy } from '../../src/preview/baseline.ts';

const by = (cause: Refusing['cause']): Refusing => ({
  cause,
  gate: 'ip',
  title: cause,
  text: cause,
  remedies: [],
});

const refused = (...causes: ReadonlyArray<Refusing['cause']>): PreviewedIntegration => ({
  integration: { user: 'old.erp@acme.com', app: 'ERP', sourceIps: [], person: false, logins: 1 },
  verdict: 'refused',
  refusing: causes.map(by),
  untold: [],
  edits: [],
});

const accepted = (baseline: readonly BaselineEntry[], one: PreviewedIntegration, now = '2026-11-30T12:00:00Z') =>
  acceptBy(baseline, now)(one).accepted;

const user = 'Old.ERP@acme.com';
const range = { user, cause: 'ip-restricted', reason: 'moved', until: '2027-01-31' };
const certificate = { user, cause: 'jwt-cert-expired', reason: 'renewed', until: '2026-12-31' };

describe('what a baseline accepts', () => {
  it('is whom it names, until the day that it names', () => {
    const entry = { user, reason: 'switched off', until: '2027-01-31' };
    expect(accepted([entry], refused('ip-restricted'))).to.deep.equal({ reason: 'switched off', until: '2027-01-31' });
    expect(accepted([entry], refused('ip-restricted'), '2027-02-01T00:00:00Z')).to.equal(undefined);
    expect(accepted([{ ...entry, user: 'other@acme.com' }], refused('ip-restricted'))).to.equal(undefined);
    expect(accepted([{ app: 'Other', reason: 'x' }], refused('ip-restricted'))).to.equal(undefined);
  });

  it('is one cause, and not another that refuses the same login', () => {
    expect(accepted([range], refused('ip-restricted'))?.reason).to.equal('moved');
    expect(accepted([range], refused('ip-restricted', 'jwt-cert-expired'))).to.equal(undefined);
  });

  it('is every cause where each is named, until the first of them ends', () => {
    expect(accepted([range, certificate], refused('ip-restricted', 'jwt-cert-expired'))).to.deep.equal({
      reason: 'moved; renewed',
      until: '2026-12-31',
    });
  });

  it('is nothing that no named cause refuses', () => {
    expect(accepted([range], { ...refused(), verdict: 'untold' })).to.equal(undefined);
    expect(accepted([{ user, reason: 'known' }], { ...refused(), verdict: 'untold' })?.reason).to.equal('known');
    expect(accepted([{ user, reason: 'known' }], { ...refused(), verdict: 'goes-on' })).to.equal(undefined);
  });
});
