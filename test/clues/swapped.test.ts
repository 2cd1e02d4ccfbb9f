import { expect } from 'chai';
import wrongSubject from '../../src/causes/jwt-wrong-subject.ts';
import wrongUsername from '../../src/causes/wrong-username-or-password.ts';
import { standing, suspecting } from '../support/standing.ts';

describe('a value that is no username', () => {
  for (const cause of [wrongSubject, wrongUsername]) {
    it(`${cause.id}: is a hint, and a proof where a wording points there`, () => {
      const facts = { swapped: [{ given: 'username', shape: 'consumer-key' }] as const };
      expect(standing(cause, facts).said).to.deep.equal({ 'not-a-username': 'suggests' });
      const heard = standing(cause, { ...facts, refusals: [suspecting(cause.id)] });
      expect(heard.standing).to.equal('confirmed');
      expect(heard.sentences.join(' ')).to.include('consumer key');
      const app = { swapped: [{ given: 'app', shape: 'access-token' }] as const };
      expect(standing(cause, app).said).to.deep.equal({});
    });
  }
});
