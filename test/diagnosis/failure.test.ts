import { expect } from 'chai';
import { failureOf } from '../../src/diagnosis/failure.ts';
import type { CauseId, LoginRow } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { deciding, row, suspecting } from '../support/standing.ts';

const silent: readonly CauseId[] = ['user-frozen', 'user-inactive'];
const text = suspecting('refresh-token-revoked-or-expired', 'wrong-endpoint', ...silent);

describe('a failure that left no row', () => {
  const accounts = (loginRows: readonly LoginRow[], ...refusals: Array<typeof text>) =>
    failureOf(evidence({ loginRows, refusals })).accounts ?? expect.fail();

  it('is none of those that leave one, where a refresh token was refused', () => {
    const of = accounts([row('2026-11-23T01:00:00Z')], text);
    for (const id of silent) expect(of(id), id).to.equal(false);
    for (const id of ['refresh-token-revoked-or-expired', 'wrong-endpoint'] as const) expect(of(id), id).to.equal(true);
  });

  it('may be one of these where a wording names it alone, or no refresh token was refused', () => {
    expect(accounts([row('2026-11-23T01:00:00Z')], text, deciding('user-frozen'))('user-frozen')).to.equal(true);
    expect(accounts([row('2026-11-23T01:00:00Z')], suspecting(...silent))('user-frozen')).to.equal(true);
  });

  it('may be any of them where no row was seen', () => {
    expect(failureOf(evidence({ refusals: [text] })).accounts?.('user-frozen')).to.equal(true);
  });
});

describe('the first failure of a login that goes on to fail for another reason', () => {
  const began = (last: Partial<LoginRow>) => {
    const failed = { success: false, status: 'x' };
    const loginRows = [
      row('2026-11-23T03:00:00Z', { ...failed, suspects: ['user-frozen'], ...last }),
      row('2026-11-23T02:00:00Z', { ...failed, suspects: ['login-hours'] }),
    ];
    return failureOf(evidence({ loginRows, failedAt: '2026-11-23T03:00:00Z', refusals: [] })).began?.at;
  };

  it('is told where the status of the last one cannot mean the same', () => {
    expect(began({})).to.equal('2026-11-23T02:00:00Z');
    expect(began({ suspects: ['login-hours', 'user-frozen'] })).to.equal(undefined);
  });

  it('is not told where nobody knows what the last status means', () =>
    expect(began({ recognised: false, suspects: [] })).to.equal(undefined));
});
