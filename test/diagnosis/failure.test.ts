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
