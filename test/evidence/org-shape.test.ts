import { expect } from 'chai';
import { checked } from '../../src/evidence/org-shape.ts';
import type { OrgAnswer, OrgRequest } from '../../src/evidence/org-wire.ts';

const soql = (text: string): OrgRequest => ({ kind: 'get', path: `query?q=${encodeURIComponent(text)}` });
const ok = (body: unknown): OrgAnswer => ({ ok: true, status: 200, body });
const page = (...records: unknown[]): OrgAnswer => ok({ totalSize: records.length, done: true, records });

const user = soql('SELECT Id, IsActive, Profile.Name, CreatedDate, LastPasswordChangeDate FROM User');
const row = {
  Id: '005',
  IsActive: true,
  Profile: { Name: 'x' },
  CreatedDate: '2026-11-23T04:05:06.000+0000',
  LastPasswordChangeDate: null,
};

const refused = { ok: false, status: 200, code: 'UNEXPECTED_SHAPE' };

describe('the shape of an answer', () => {
  it('passes where it is as asked for, whatever else comes with it', () => {
    for (const answer of [page(row), page(), page({ ...row, More: [1] }), page({ ...row, Profile: null })])
      expect(checked(user, answer)).to.equal(answer);
  });

  const wrong: ReadonlyArray<readonly [string, unknown]> = [
    ['a checkbox that is null', { ...row, IsActive: null }],
    ['a checkbox that is a text', { ...row, IsActive: 'true' }],
    ['a date that is none', { ...row, CreatedDate: 'yesterday' }],
    ['a date that may be empty and is none', { ...row, LastPasswordChangeDate: '2026-99-99' }],
    ['an id that is a number', { ...row, Id: 5 }],
    ['a column that did not come', { Id: '005', CreatedDate: row.CreatedDate, LastPasswordChangeDate: null }],
    ['a row that is none', 'row'],
    ['a row that is null', null],
  ];
  for (const [what, one] of wrong)
    it(`does not pass with ${what}, in whichever row`, () => {
      expect(checked(user, page(one))).to.deep.equal(refused);
      expect(checked(user, page(row, row, one))).to.deep.equal(refused);
    });

  it('lets a setting be null that an org may never have been given', () => {
    const settings = soql('SELECT IsAdminApprovedAppsOnlyEnabled FROM ConnectedAppSettings LIMIT 1');
    for (const value of [true, false, null]) {
      const answer = page({ IsAdminApprovedAppsOnlyEnabled: value });
      expect(checked(settings, answer)).to.equal(answer);
    }
    expect(checked(settings, page({ IsAdminApprovedAppsOnlyEnabled: 'off' }))).to.deep.equal(refused);
    expect(checked(settings, page({}))).to.deep.equal(refused);
  });

  it('needs no column of a group but its own, and none of a count', () => {
    const groups = page({ Status: 'Success', n: 3 });
    expect(checked(soql('SELECT Status, COUNT(Id) n FROM LoginHistory GROUP BY Status'), groups)).to.equal(groups);
    const count = ok({ totalSize: 7, done: true, records: [] });
    expect(checked(soql('SELECT COUNT() FROM OauthToken'), count)).to.equal(count);
  });

  it('is that of a page, of a list of components, or of an object', () => {
    for (const body of [null, 'x', [], {}, { totalSize: '1', done: true, records: [] }, { totalSize: 1, done: true }])
      expect(checked(user, ok(body))).to.deep.equal(refused);
    const read: OrgRequest = { kind: 'read-metadata', type: 'ConnectedApp', fullNames: ['A'] };
    expect(checked(read, ok([{}]))).to.deep.equal(ok([{}]));
    for (const body of [{}, ['x'], null]) expect(checked(read, ok(body))).to.deep.equal(refused);
    const describe: OrgRequest = { kind: 'get', path: 'sobjects/LoginHistory/describe' };
    expect(checked(describe, ok({ fields: [] }))).to.deep.equal(ok({ fields: [] }));
    expect(checked(describe, ok('x'))).to.deep.equal(refused);
  });

  it('of a refusal is left as it is', () => {
    const no: OrgAnswer = { ok: false, status: 400, code: 'INVALID_TYPE' };
    expect(checked(user, no)).to.equal(no);
  });
});
