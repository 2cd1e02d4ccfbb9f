import { expect } from 'chai';
import type { Refusal } from '../../src/model/index.ts';
import { renderTerminal } from '../../src/report/index.ts';
import { undecided } from './cases/undecided.ts';
import { words } from './words.ts';

describe('what was refused', () => {
  const page: Refusal = {
    channel: 'html',
    origin: 'text',
    text: 'We are down for maintenance.',
    count: 1,
    line: 19,
    phrase: 'page.down',
    suspects: [],
  };
  const refusedBy = (...refusals: readonly Refusal[]): readonly string[] =>
    renderTerminal({ ...undecided, refusals }, { width: 120, colour: false, words })
      .split('\n')
      .filter((line) => line.startsWith('Refused'));

  it('is told once where a page says it twice', () => {
    const below: Refusal = { ...page, text: 'We are down for maintenance', line: 23, phrase: 'page.maintenance' };
    expect(refusedBy(page, below)).to.deep.equal(['Refused  We are down for maintenance. (first in line 19)']);
  });

  it('is told each time where another host said it, or our own attempt met it', () => {
    expect(refusedBy(page, { ...page, host: 'test.salesforce.com' })).to.have.length(2);
    expect(refusedBy(page, { ...page, origin: 'attempt' })).to.have.length(2);
    expect(refusedBy(page, { ...page, status: 503 })).to.have.length(2);
  });
});
