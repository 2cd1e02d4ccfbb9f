import { expect } from 'chai';
import fc from 'fast-check';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { cuts, encodings, wrappers } from './wrapping.ts';

/** What is said, the entry that knows it, and a word of it that tells on which line it begins. */
type Said = { readonly text: string; readonly phrase: string; readonly word: string };

const refusals: readonly Said[] = [
  {
    text: `{"error":"invalid_grant","error_description":"user hasn't approved this consumer"}`,
    phrase: 'grant.user_not_approved',
    word: 'invalid_grant',
  },
  {
    text: '{"error":"invalid_grant","error_description":"inactive user"}',
    phrase: 'grant.inactive_user',
    word: 'invalid_grant',
  },
  {
    text: '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]',
    phrase: 'api.session_invalid',
    word: 'Session',
  },
  {
    text: 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
    phrase: 'soap.invalid_login',
    word: 'INVALID_LOGIN',
  },
  {
    text: 'https://acme.example/cb?error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration',
    phrase: 'redirect.mismatch',
    word: 'redirect_uri',
  },
  { text: 'REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.', phrase: 'api.request_limit', word: 'REQUEST_LIMIT' },
  { text: 'connect ECONNREFUSED 203.0.113.7:443', phrase: 'network.refused', word: 'ECONNREFUSED' },
  {
    text: '<faultcode>sf:LOGIN_DURING_RESTRICTED_TIME</faultcode><faultstring>LOGIN_DURING_RESTRICTED_TIME: cannot log in during restricted time</faultstring>',
    phrase: 'soap.time',
    word: 'LOGIN_DURING',
  },
  {
    text: 'Failed to decipher auth data. reason: Unsupported state or unable to authenticate data.',
    phrase: 'store.decipher',
    word: 'Failed to',
  },
  { text: 'this app is blocked by admin', phrase: 'app.blocked', word: 'this' },
];

const wrapped = fc
  .record({
    said: fc.constantFrom(...refusals),
    layers: fc.array(fc.constantFrom(...wrappers), { maxLength: 3 }),
    before: fc.integer({ min: 0, max: 5 }),
    encoding: fc.constantFrom(...encodings),
  })
  .map(({ said, layers, before, encoding }) => {
    const inner = layers.reduce((text, { wrap }) => wrap(text), said.text);
    const whole = `${'Starting the nightly run\n'.repeat(before)}${inner}\nFinished the nightly run\n`;
    return {
      names: [...layers, encoding].map(({ name }) => name).join(', then '),
      said,
      whole,
      text: encoding.wrap(whole),
    };
  });

/**
 * The first line on which the word stands, and the one before it, where the name of its field may stand. None where the
 * text was cut at a column, through the middle of words: then the word may stand whole only further on.
 */
const linesOf = ({ names, whole, said }: { names: string; whole: string; said: Said }): number[] => {
  const place = names.includes(cuts) ? -1 : whole.indexOf(said.word);
  if (place === -1) return [];
  const line = whole.slice(0, place).split('\n').length;
  return [line - 1, line];
};

describe('a refusal in any wrapping', () => {
  for (const { name, wrap } of wrappers) {
    it(`is found once: ${name}`, () => {
      for (const { text, phrase } of refusals) {
        const found = recognizeRefusals(wrap(text)).map((refusal) => refusal.phrase);
        expect(found, wrap(text)).to.deep.equal([phrase]);
      }
    });
  }

  it('is found once, with its line, in wrappings inside wrappings', () => {
    fc.assert(
      fc.property(wrapped, ({ names, said, whole, text }) => {
        const found = recognizeRefusals(text).filter(({ phrase }) => phrase === said.phrase);
        // Cut through a word, the same may be spelt in two ways.
        if (names.includes(cuts)) expect(found.length, `${names}: ${text}`).to.be.within(1, 2);
        else expect(found.length, `${names}: ${text}`).to.equal(1);
        const lines = linesOf({ names, whole, said });
        if (lines.length > 0) expect(found[0]?.line, `${names}: ${text}`).to.be.oneOf(lines);
      }),
      { numRuns: 1500 },
    );
  });
});
