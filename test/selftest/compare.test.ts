import { expect } from 'chai';
import { query, readMetadata } from '../../src/evidence/org/soql.ts';
import { questionOf } from '../../src/evidence/org/question-of.ts';
import type { OrgAnswer } from '../../src/evidence/org-wire.ts';
import { answerIn, compare } from '../../src/selftest/compare.ts';

const request = query("SELECT Id, IsFrozen FROM UserLogin WHERE UserId = '005000000000001'");
const profiles = query('SELECT Id, Name FROM Profile');

const page = (records: readonly object[], more: object = {}): OrgAnswer => ({
  ok: true,
  status: 200,
  body: { totalSize: records.length, done: true, records, ...more },
});
const refusal = (code: string, status = 400): OrgAnswer => ({ ok: false, status, code });

const row = { attributes: { type: 'UserLogin' }, Id: '0Yw000000000001', IsFrozen: false };
const profile = { Id: '00e000000000001', Name: 'Integration' };

describe('selftest: two answers to one question', () => {
  const cases: ReadonlyArray<readonly [string, OrgAnswer, OrgAnswer, string]> = [
    ['the same rows', page([row]), page([row]), 'holds'],
    ['no rows in both', page([]), page([]), 'holds'],
    ['refused with others only', refusal('INVALID_TYPE'), page([row]), 'differs refused-together'],
    ['refused alone only', page([row]), refusal('INVALID_TYPE'), 'differs refused-alone'],
    ['a column that did not come with the others', page([{ Id: row.Id }]), page([row]), 'differs columns'],
    ['a column that did not come alone either', page([row]), page([{ Id: row.Id }]), 'differs columns'],
    ['a column of another kind', page([{ ...row, IsFrozen: null }]), page([row]), 'differs shape'],
    ['a page that was cut', page([row], { done: false }), page([row]), 'differs rows'],
    ['hidden, or not there', refusal('INVALID_TYPE'), refusal('INVALID_TYPE'), 'not-seen absent'],
    ['not permitted', refusal('INSUFFICIENT_ACCESS', 403), refusal('INSUFFICIENT_ACCESS', 403), 'not-seen permission'],
    ['a malformed question', refusal('MALFORMED_QUERY'), refusal('MALFORMED_QUERY'), 'differs refused-alone'],
    ['no answer', { ok: false, trouble: 'timed-out' }, { ok: false, trouble: 'timed-out' }, 'not-seen no-answer'],
  ];
  for (const [what, product, plain, expected] of cases)
    it(`${what}: ${expected}`, () => {
      const { verdict, reason = '' } = compare(request, product, plain);
      expect(`${verdict} ${reason}`.trim()).to.equal(expected);
    });

  it('another number of rows differs, but of what comes and goes while we ask', () => {
    const [one, two] = [page([profile]), page([profile, profile])];
    expect(compare(profiles, one, two)).to.deep.equal({ verdict: 'differs', reason: 'rows' });
    expect(compare(request, page([row]), page([row, row]))).to.deep.equal({ verdict: 'holds' });
  });

  it('what is told of an answer holds no value', () => {
    const heard = { request, way: 'batch', answer: page([row]) } as const;
    expect(answerIn(heard)).to.deep.equal({ way: 'batch', status: 200, columns: ['Id', 'IsFrozen'], rows: 1 });
    const refused = {
      ...heard,
      answer: { ok: false, status: 400, code: 'X', message: "WHERE UserId = '005'" },
    } as const;
    expect(answerIn(refused)).to.deep.equal({ way: 'batch', status: 400, code: 'X', columns: [] });
  });

  it('a question is what is asked for, not about whom', () => {
    expect(questionOf(request)).to.deep.equal({ api: 'data', object: 'UserLogin', columns: ['Id', 'IsFrozen'] });
    expect(questionOf(readMetadata('Profile', ['Admin']))).to.deep.equal({
      api: 'metadata',
      object: 'Profile',
      columns: [],
    });
    const resource = { kind: 'get', path: 'sobjects/User/005000000000001AAA/password?x=1' } as const;
    expect(questionOf(resource)).to.deep.equal({ api: 'data', object: 'sobjects/User/password', columns: [] });
  });
});
