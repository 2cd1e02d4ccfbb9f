import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, clueAboutFailure, proves, rulesOut } from '../../src/model/index.ts';
import type { Change } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { silent } from '../support/silent.ts';
import { suspecting } from '../support/standing.ts';

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/** Said by the text, and not there now. */
const frozen = bareCause({
  id: 'user-frozen',
  gate: 'user-state',
  blocks: true,
  clues: [clueAboutFailure('said', ['refusals'], () => proves()), clue('gone', ['userLogin'], () => rulesOut())],
  remedies: [],
  actions: ['froze'],
  undoneBy: ['unfroze'],
});

const entry = (at: string, action: string): Change => ({ at, action, display: action, about: 'user' });
const early = entry('2026-11-22T18:00:00.000Z', 'unfroze');
const done = entry('2026-11-22T20:00:00.000Z', 'froze');
const undone = entry('2026-11-22T22:00:00.000Z', 'unfroze');

const undoneIn = (changes: readonly Change[], failedAt?: string): string | undefined => {
  const refusals = [suspecting('user-frozen')];
  const facts = evidence({ refusals, loginRows: [], changes, userLogin: undefined, failedAt });
  return diagnose({ evidence: facts, causes: [frozen], speaker: silent, cost }).findings[0]?.undone?.at;
};

describe('what undid a cause whose failure left no row', () => {
  it('is what was done since what brought it about', () => {
    expect(undoneIn([undone, done, early])).to.equal(undone.at);
    expect(undoneIn([done, early])).to.equal(undefined);
  });

  it('is what was done since the failure, where somebody said when it was', () => {
    expect(undoneIn([undone, done], '2026-11-22T21:00:00.000Z')).to.equal(undone.at);
    expect(undoneIn([undone, done], '2026-11-22T23:00:00.000Z')).to.equal(undefined);
  });
});
