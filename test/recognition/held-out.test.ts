import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

/**
 * Texts from public threads and vendors' pages, with the cause that the thread confirmed. Half of them were not looked at while the
 * grammar was made: their score tells how it does on texts that it has not met. It may rise, and must not fall.
 */
type Case = {
  readonly id: string;
  readonly raw: string;
  readonly cause: string;
  readonly text_sufficient: boolean;
  readonly half: 'tuned' | 'untouched';
};

const cases = readFileSync(new URL('./fixtures/held-out.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const isRight = ({ raw, cause, text_sufficient }: Case): boolean => {
  const causes: string[] = rankCauses(recognizeRefusals(raw)).map((ranked) => ranked.cause);
  if (cause === 'ambiguous_many_causes') return causes.length > 1;
  return causes.slice(0, text_sufficient ? 1 : 3).includes(cause.replaceAll('_', '-'));
};

const share = (half: Case['half'], sufficient: boolean): number => {
  const those = cases.filter((one) => one.half === half && one.text_sufficient === sufficient);
  return (100 * those.filter(isRight).length) / those.length;
};

describe('texts of other clients, with their confirmed causes', () => {
  it('are read as well as the goal asks, where the grammar was made with sight of them', () => {
    expect(share('tuned', true)).to.be.at.least(95);
    expect(share('tuned', false)).to.be.at.least(90);
  });

  it('are read no worse than measured, where it was made without', () => {
    expect(share('untouched', true)).to.be.at.least(90);
    expect(share('untouched', false)).to.be.at.least(75);
  });

  it('are never taken for another provider’s where they are Salesforce’s', () => {
    const taken = cases.filter(
      ({ cause, raw }) =>
        cause !== 'not_salesforce' && recognizeRefusals(raw).some(({ channel }) => channel === 'other-provider'),
    );
    expect(taken.map(({ id }) => id)).to.deep.equal([]);
  });
});
