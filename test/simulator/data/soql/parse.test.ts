import { expect } from 'chai';
import fc from 'fast-check';
import { parseSoql } from '../../../../simulator/data/soql/parse.ts';
import { SoqlRefusal } from '../../../../simulator/data/soql/refusal.ts';

const refusalOf = (query: string): SoqlRefusal => {
  try {
    parseSoql(query);
  } catch (error) {
    if (error instanceof SoqlRefusal) return error;
    throw error;
  }
  throw new Error(`${query} was parsed.`);
};

describe('syntax errors', () => {
  it('before SELECT: the token alone', () => {
    expect(refusalOf('SELEKT Name FROM Account')).to.include({
      code: 'MALFORMED_QUERY',
      message: 'unexpected token: SELEKT',
    });
  });

  it('further on: the token, with a column that counts from nought', () => {
    expect(refusalOf('SELECT Id, From Account').message).to.equal(
      "\nSELECT Id, From Account\n          ^\nERROR at Row:1:Column:11\nunexpected token: 'From'",
    );
  });

  it('a strange character', () => {
    expect(refusalOf('select Id from Account where id = $sfid').message).to.equal(
      "\nselect Id from Account where id = $sfid\n                                 ^\nERROR at Row:1:Column:34\nline 1:34 no viable alternative at character '$'",
    );
  });

  it('the end of the query', () => {
    expect(refusalOf('SELECT Id FROM User WHERE').message).to.match(/unexpected token: '<EOF>'$/);
  });

  it('the right one of several equal tokens', () => {
    expect(refusalOf('SELECT Name FROM User LIMIT Name').message).to.include('ERROR at Row:1:Column:28\n');
  });

  it('every text is parsed or refused, and nothing else happens', () => {
    const word = fc.constantFrom(
      'SELECT',
      'FROM',
      'WHERE',
      'Id',
      'User',
      ',',
      '(',
      ')',
      "'a'",
      '=',
      'LIMIT',
      '2',
      'AND',
      'NOT',
      'COUNT()',
      "'",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseSoql(text);
        } catch (error) {
          expect(error).to.be.instanceOf(SoqlRefusal);
        }
      }),
      { numRuns: 300 },
    );
  });
});
