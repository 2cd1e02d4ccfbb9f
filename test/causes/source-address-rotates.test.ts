import { expect } from 'chai';
import sourceAddressRotates from '../../src/causes/source-address-rotates.ts';
import type { Facts, LoginRow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const from = (sourceIp: string, overrides: Partial<LoginRow> = {}): LoginRow =>
  row(`2026-11-20T08:00:0${sourceIp.at(-1)}Z`, { sourceIp, ...overrides });

const pool = [from('203.0.113.1'), from('203.0.113.2'), from('203.0.113.3')];
const profile = [{ start: '203.0.113.0', end: '203.0.113.255' }];

const seen = (overrides: Partial<Facts>, sourceIps: readonly string[] = []): Partial<Facts> => ({
  ...healthy,
  integration: { ...healthy.integration, sourceIps },
  loginIpRanges: profile,
  loginRows: pool,
  ...overrides,
});

const said = (overrides: Partial<Facts>, sourceIps?: readonly string[]): string[] =>
  Object.values(standing(sourceAddressRotates, seen(overrides, sourceIps)).said);

describe('source-address-rotates', () => {
  it('is proved by several addresses in the history, where the profile has ranges and the app enforces them', () => {
    expect(standing(sourceAddressRotates, seen({})).standing).to.equal('confirmed');
    expect(said({ loginRows: pool.slice(1) })).to.deep.equal([]);
  });

  it('says nothing where no range is enforced', () => {
    expect(said({ loginIpRanges: [] })).to.deep.equal([]);
    for (const ipRelaxation of ['bypass', 'bypass-2factor', 'enforce-relax-refresh'] as const)
      expect(said({ ipRelaxation })).to.deep.equal([]);
  });

  it('counts addresses that were given, and takes a block for several', () => {
    const own = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
    expect(said({ loginRows: [] }, own)).to.deep.equal(['proves']);
    expect(said({ loginRows: [] }, ['203.0.113.0/28'])).to.deep.equal(['proves']);
    expect(said({ loginRows: [] }, ['203.0.113.7/32'])).to.deep.equal([]);
    expect(said({ loginRows: pool.slice(1) }, ['203.0.113.2'])).to.deep.equal([]);
  });

  it('leaves an address outside the ranges to ip-restricted', () => {
    expect(said({}, ['198.51.100.1'])).to.deep.equal([]);
  });

  it('counts neither failures, nor a person in a browser, nor another app, nor what is a month old', () => {
    const [, second, third] = pool as [LoginRow, LoginRow, LoginRow];
    const less = (overrides: Partial<LoginRow>): Partial<Facts> => ({
      loginRows: [from('203.0.113.1', overrides), second, third],
    });
    expect(said(less({ success: false }))).to.deep.equal([]);
    expect(said(less({ loginType: 'Application' }))).to.deep.equal([]);
    expect(said(less({ application: 'Another App' }))).to.deep.equal([]);
    expect(said(less({ at: '2026-10-24T02:00:00.000Z' }))).to.deep.equal(['proves']);
    expect(said(less({ at: '2026-10-24T01:59:59.999Z' }))).to.deep.equal([]);
  });

  it('says nothing of SOAP login(), which knows no app that could enforce', () => {
    expect(said({ integration: { ...healthy.integration, flow: 'soap-login' } })).to.deep.equal(['rules-out']);
  });
});
