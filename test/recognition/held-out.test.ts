import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { judge } from '../../bench/cases/judge.ts';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

/**
 * Texts composed after public threads and vendors' pages: Salesforce's and the clients' error wordings are as they print them, all
 * else is made up; the cause is the one that the thread confirmed. Half of the threads were looked at only later. Blind, that half stood at 90.6 % where the text suffices and at 75.0 % where it does not, later 81.3 %; then its
 * misses were read, and it is no measure of unknown texts any more. It may rise, and must not fall.
 */
type Case = {
  readonly id: string;
  readonly raw: string;
  readonly cause: string;
  readonly text_sufficient: boolean;
  readonly half: 'tuned' | 'later';
  readonly kind?: string;
};

const cases = readFileSync(new URL('./fixtures/held-out.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const isRight = (one: Omit<Case, 'half'>): boolean => judge(one, rankCauses(recognizeRefusals(one.raw))).right;

const share = (half: Case['half'], sufficient: boolean): number => {
  const those = cases.filter((one) => one.half === half && one.text_sufficient === sufficient);
  return (100 * those.filter(isRight).length) / those.length;
};

/**
 * More of them, labelled from their threads before anything read them: at first sight batch A stood at 22 of 26 where the text suffices
 * and 27 of 33 where it does not, batch B at 7 of 12 and 14 of 18, batch C at 1 of 1 and 8 of 9, batch D (by somebody who had not seen the code) at 58 of 65 and
 * 28 of 35, batch E at 29 of 35 and 16 of 21, batch F at 20 of 28 and 12 of 20, batch G at 29 of 33 and
 * 11 of 11, batch H (by somebody who had not seen the code) at 58 of 72 and 27 of 31, batch I (by another who had not) at 64 of 75 and
 * 26 of 35, batch J (by a third who had not) at 59 of 68 and 6 of 22. Then their misses were read, and they too may only rise.
 */
const labelledFirst = readFileSync(new URL('./fixtures/first-sight.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Omit<Case, 'half'>);

describe('texts that were labelled before they were read', () => {
  const of = (sufficient: boolean) => labelledFirst.filter((one) => one.text_sufficient === sufficient);

  it('are read as well as the goal asks where the text tells the cause', () => {
    const right = of(true).filter(isRight).length;
    expect((100 * right) / of(true).length).to.be.at.least(95);
  });

  // Of some the thread found the cause elsewhere: a name server, a password that had expired.
  it('have their cause among the first three as often as ever, where the text leaves it open', () => {
    expect(of(false).filter(isRight).length).to.be.at.least(200);
    expect(of(false)).to.have.lengthOf(235);
  });

  it('are taken for another provider’s where they are, and never else', () => {
    const isOthers = (raw: string): boolean => rankCauses(recognizeRefusals(raw))[0]?.cause === 'not-salesforce';
    const wrong = labelledFirst.filter(({ cause, raw }) => isOthers(raw) !== (cause === 'not-salesforce'));
    // A time in SAML, without a word of whose it is.
    expect(wrong.map(({ id }) => id)).to.deep.equal(['postman-7807-saml']);
  });
});

describe('texts of other clients, with their confirmed causes', () => {
  it('are read as well as the goal asks, where the grammar was made with sight of them', () => {
    expect(share('tuned', true)).to.be.at.least(95);
    expect(share('tuned', false)).to.be.at.least(90);
  });

  it('are read as well as the goal asks, where their misses were looked at later', () => {
    expect(share('later', true)).to.be.at.least(95);
    expect(share('later', false)).to.be.at.least(90);
  });

  it('are never taken for another provider’s where they are Salesforce’s', () => {
    const taken = cases.filter(
      ({ cause, raw }) =>
        cause !== 'not_salesforce' && recognizeRefusals(raw).some(({ channel }) => channel === 'other-provider'),
    );
    expect(taken.map(({ id }) => id)).to.deep.equal([]);
  });
});
