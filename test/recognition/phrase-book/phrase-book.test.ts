import { expect } from 'chai';
import { causeIds } from '../../../src/model/index.ts';
import { readBookHits } from '../../../src/recognition/book.ts';
import { recognizeRefusals } from '../../../src/recognition/index.ts';
import { httpStatuses } from '../../../src/recognition/phrase-book/http.ts';
import { phraseBook } from '../../../src/recognition/phrase-book/index.ts';
import { meanings } from '../../../src/recognition/phrase-book/meanings.ts';
import { paraphrases } from '../../../src/recognition/phrase-book/paraphrases.ts';
import { readLetters } from '../../../src/recognition/reading/letters.ts';

const known = new Set<string>(causeIds);

describe('the phrase book', () => {
  it('gives each entry an id of its own', () => {
    const ids = [...phraseBook, ...httpStatuses.values()].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
  });

  it('points at causes that exist, and says where each wording is known from', () => {
    for (const { id, decides, suspects, source } of phraseBook) {
      for (const cause of [...(decides === undefined ? [] : [decides]), ...(suspects ?? [])])
        expect(known.has(cause), id).to.equal(true);
      expect(new Set(suspects).size, id).to.equal(suspects?.length ?? 0);
      expect(source, id).not.to.equal('');
    }
  });

  it('decides nothing on a wording that only secondary guides claim', () => {
    expect(phraseBook.filter(({ evidence, decides }) => evidence === 'claimed' && decides !== undefined)).to.deep.equal(
      [],
    );
  });

  it('takes the words about "Use Any API Auth" before the code that stands beside them', () => {
    const [refusal] = recognizeRefusals('INSUFFICIENT_ACCESS: login() needs the permission Use Any API Auth');
    expect(refusal).to.deep.include({ code: 'INSUFFICIENT_ACCESS', suspects: ['soap-login-disabled'] });
    expect(refusal).to.not.have.property('decides');
  });

  it('finds every phrase again, however it is quoted', () => {
    for (const { id, phrases } of phraseBook) {
      for (const phrase of phrases ?? []) {
        for (const text of [
          phrase,
          phrase.toUpperCase(),
          `x (${phrase.replaceAll(' ', '\n   ')}) y`,
          encodeURIComponent(phrase),
          JSON.stringify(JSON.stringify(phrase)),
        ]) {
          const hits = readBookHits(readLetters(text));
          expect(hits.length, `${id}: ${text}`).to.be.greaterThan(0);
        }
      }
    }
  });

  it('leads from every code that stands alone to an entry', () => {
    for (const { id, codes } of phraseBook) {
      for (const code of codes ?? []) expect(recognizeRefusals(code)[0]?.phrase, `${id}: ${code}`).to.be.a('string');
    }
  });

  it('says the same of the wordings that people quote and of those that are sent', () => {
    const wordings: Record<string, string> = {
      'invalid_grant: authentication failure': 'grant.authentication_failure',
      'invalid_grant: IP restricted': 'grant.ip_restricted',
      'invalid_grant: inactive user': 'grant.inactive_user',
      'invalid_grant: password expired': 'password.expired_wording',
      'invalid_grant: challenge required': 'grant.challenge_required',
      'invalid_grant: expired access/refresh token': 'grant.expired_token',
      "invalid_grant: user hasn't approved this consumer": 'grant.user_not_approved',
      'invalid_grant: invalid grant type': 'grant_type.unsupported',
      'invalid_grant: client identifier invalid': 'client.unknown_id',
    };
    for (const [text, phrase] of Object.entries(wordings))
      expect(recognizeRefusals(text)[0]?.phrase, text).to.equal(phrase);
  });
});

describe('the paraphrases', () => {
  it('use every meaning, and each can be reached', () => {
    const used = new Set(paraphrases.flatMap(({ all }) => all));
    expect(Object.keys(meanings).filter((name) => !used.has(name as keyof typeof meanings))).to.deep.equal([]);
    paraphrases.forEach(({ all }, index) => {
      const earlier = paraphrases.slice(0, index).find((other) => other.all.every((meaning) => all.includes(meaning)));
      expect(earlier?.all, all.join(' ')).to.equal(undefined);
    });
  });
});
