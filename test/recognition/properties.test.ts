import { expect } from 'chai';
import fc from 'fast-check';
import { causeIds } from '../../src/model/index.ts';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const pieces = [
  'invalid_grant',
  'error',
  '"error":"',
  'error_description',
  'Errors encountered:',
  '[audience=',
  'login=',
  ']',
  '\\n',
  '\n',
  '\\',
  '"',
  "'",
  '{',
  '}',
  '&#39;',
  '%27',
  '%2527',
  '\\u0027',
  'Session expired or invalid',
  'AADSTS50173',
  'HTTP 400',
  'ENOENT',
  '.key',
  'user',
  'locked',
  '<html>',
  '-----BEGIN PRIVATE KEY-----',
  'password=',
  '00D000000000001!',
  'eyJ',
  'https://login.salesforce.com',
  'googleapis.com',
  ' ',
  '\u001b[31m',
  '\ud800',
  'â€™',
  '=>',
  '::',
  'EXCEPTION_CODE: x y',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
);
const known = new Set<string>(causeIds);

describe('recognition of any text', () => {
  it('never throws, and gives whole refusals', () => {
    fc.assert(
      fc.property(text, (any) => {
        const refusals = recognizeRefusals(any);
        expect(refusals.length > 0).to.equal(any.trim() !== '' || refusals.length > 0);
        for (const refusal of refusals) {
          expect(refusal.count).to.be.greaterThan(0);
          expect(refusal.line).to.be.within(1, any.split('\n').length);
          expect(refusal.suspects.every((cause) => known.has(cause))).to.equal(true);
          const isTheirs = refusal.decides === 'not-salesforce' || refusal.role === 'bystander';
          expect(refusal.provider === undefined || isTheirs).to.equal(true);
        }
        expect(rankCauses(refusals).every(({ cause }) => known.has(cause))).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same every time, in the order of the text', () => {
    fc.assert(
      fc.property(text, (any) => {
        const refusals = recognizeRefusals(any);
        expect(recognizeRefusals(any)).to.deep.equal(refusals);
        const lines = refusals.map(({ line }) => line ?? 0);
        expect(lines).to.deep.equal(lines.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('still sees a refusal of Salesforce’s own, whatever stands before and after it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (before, after) => {
        const refusals = recognizeRefusals(
          `${before}\n{"error":"invalid_grant","error_description":"expired access/refresh token"}\n${after}`,
        );
        expect(refusals.some(({ phrase }) => phrase === 'grant.expired_token')).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it('counts repetitions instead of listing them', () => {
    const line = 'ERROR INVALID_LOGIN: Invalid username, password, security token; or user locked out.\n';
    expect(recognizeRefusals(line.repeat(5000)).map(({ count, line: first }) => [count, first])).to.deep.equal([
      [5000, 1],
    ]);
  });
});
