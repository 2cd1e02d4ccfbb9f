import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const firstOf = (text: string): string | undefined => rankCauses(recognizeRefusals(text))[0]?.cause;
const suspectsOf = (text: string): number => rankCauses(recognizeRefusals(text)).length;
const filler = (letters: number): string => 'zq '.repeat(Math.ceil(letters / 3));

describe('how far words belong together', () => {
  it('a sentence has some twenty words that mean something, and goes on no longer', () => {
    const frozen = (words: number): string => `The user ${'password '.repeat(words)}is frozen`;
    expect([15, 30].map((words) => firstOf(frozen(words)))).to.deep.equal(['user-frozen', undefined]);
  });

  it('advice stands in the eighty letters before what it is about', () => {
    const advised = (letters: number): number =>
      suspectsOf(`Please check ${filler(letters)}the access token has expired`);
    expect(advised(50)).to.be.greaterThan(advised(120));
    expect(advised(70)).to.equal(advised(120));
  });

  it('in a log of more than four thousand letters a sentence counts where it speaks of a failure', () => {
    const log = (letters: number, said = 'Note'): string | undefined =>
      firstOf(`${filler(letters)}\n\n${said}: the access token has expired.\n`);
    expect([log(3000), log(5000), log(5000, 'Error')]).to.deep.equal([
      ...['session-invalid-not-oauth', undefined, 'session-invalid-not-oauth'],
    ]);
  });

  it('a code belongs to the member of another system that it stands beside', () => {
    const member = (letters: number): string | undefined =>
      firstOf(`"PARTNER_AUTHENTICATION_FAILED${'-'.repeat(letters)}INVALID_LOGIN"`);
    expect([15, 30].map(member)).to.deep.equal(['not-salesforce', 'wrong-username-or-password']);
  });

  it('a hint at the flow holds for what is said within two and a half thousand letters', () => {
    const refused = '{"error":"invalid_grant","error_description":"expired access/refresh token"}';
    const hinted = (letters: number): string | undefined =>
      firstOf(`grant_type=password ${filler(letters)}\n${refused}`);
    expect([2000, 4000].map(hinted)).to.deep.equal(['wrong-endpoint', 'refresh-token-revoked-or-expired']);
  });
});
