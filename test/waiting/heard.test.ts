import { expect } from 'chai';
import { answerOf } from '../../src/waiting/heard.ts';

describe('what was heard of the login host', () => {
  it('is shown as far as it is known again by: 300 characters', () => {
    const told = (length: number): string | undefined =>
      answerOf({
        state: 'refused',
        host: 'login.salesforce.com',
        refusal: {
          ...{ channel: 'token-endpoint', origin: 'attempt', text: '-', count: 1, suspects: [] },
          code: 'invalid_grant',
          description: 'x'.repeat(length),
        },
      }).description;
    expect(told(300)).to.equal('x'.repeat(300));
    expect(told(301)).to.equal(`${'x'.repeat(300)} ...`);
  });
});
