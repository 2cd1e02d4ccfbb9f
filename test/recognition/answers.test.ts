import { expect } from 'chai';
import { answers, readAnswer } from '../../src/recognition/answers.ts';

describe('what is answered to the question of a text', () => {
  it('is a status that points somewhere, however it is written, or no row', () => {
    expect(readAnswer(' user is frozen ')).to.deep.equal({
      question: 'login-history',
      saw: 'user is frozen',
      decides: 'user-frozen',
      suspects: [],
    });
    expect(readAnswer('Not approved for access')?.suspects).to.include('user-not-approved');
    expect(readAnswer('No-Row')).to.deep.include({ saw: 'no-row', suspects: [] });
  });

  it('is nothing that tells of no failure, of none that we know, or nothing at all', () => {
    for (const typed of ['Success', 'Failed: API-only user', 'the user is somewhat frozen', ''])
      expect(readAnswer(typed), typed).to.equal(undefined);
  });

  it('is understood for each choice that is offered', () => {
    for (const { saw, ...pointer } of answers) expect(readAnswer(saw), saw).to.deep.include(pointer);
  });
});
