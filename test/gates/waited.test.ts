import { expect } from 'chai';
import { walkAfter } from '../../src/look/app-wait.ts';
import type { AppCheck, WaitOutcome, WaitResult } from '../../src/model/index.ts';
import { exitCodeOfCheck } from '../../src/output/exit-codes.ts';
import { evidence } from '../support/evidence.ts';
import { openCase, type Case } from './support/closers.ts';
import { but } from './support/but.ts';
import { walkEvidence } from './support/walked.ts';

const open = openCase('jwt');
const frozen = but('jwt', { facts: { userLogin: { ...open.facts.userLogin!, isFrozen: true } } });

const waited = (outcome: WaitOutcome): WaitResult => ({
  outcome,
  startedAt: '2026-11-23T02:00:00.000Z',
  elapsedMs: 1000,
  wanted: { minutes: 1, stable: 1, budget: 25 },
  goodInARow: outcome === 'ready' ? 1 : 0,
  suspects: [],
  tries: [],
});

/** What a check comes to after the waiting: in an org, or without one. */
const after = ({ facts, wanted }: Case, outcome: WaitOutcome, targetOrg?: string): AppCheck =>
  walkAfter({ evidence: evidence(facts), walk: (seen) => walkEvidence(seen, wanted) }, waited(outcome), {
    integration: { sourceIps: [] },
    offline: false,
    probe: true,
    attempt: false,
    ...(targetOrg === undefined ? {} : { targetOrg }),
  });

describe('a check after the waiting', () => {
  it('that was ready is healthy where every gate is open', () => {
    const check = after(open, 'ready', 'prod');
    expect([check.outcome, exitCodeOfCheck(check, 'blocks')]).to.deep.equal(['healthy', 0]);
  });

  it('that found the key known still says what stays closed', () => {
    const check = after(frozen, 'known', 'prod');
    expect([check.outcome, check.decidingGate]).to.deep.equal(['cause-found', 'user-state']);
  });

  it('that was ready still finds the gate that is closed', () => {
    const check = after(frozen, 'ready', 'prod');
    expect([check.outcome, check.decidingGate]).to.deep.equal(['cause-found', 'user-state']);
    expect(exitCodeOfCheck(check, 'blocks')).to.equal(3);
  });

  const ends: ReadonlyArray<readonly [WaitOutcome, AppCheck['outcome'], number]> = [
    ['known', 'inconclusive', 0],
    ['ready', 'healthy', 0],
    ['fatal', 'cause-found', 3],
    ['inconclusive', 'inconclusive', 4],
    ['gave-up', 'transient', 69],
    ['interrupted', 'inconclusive', 130],
  ];
  for (const [outcome, means, code] of ends)
    it(`without an org the waiting alone decides: ${outcome} is ${means}, and ends with ${code}`, () => {
      const check = after(frozen, outcome);
      expect([check.outcome, exitCodeOfCheck(check, 'blocks')]).to.deep.equal([means, code]);
    });

  it('no threshold covers time that ran out or a Ctrl+C', () => {
    expect(ends.map(([outcome]) => exitCodeOfCheck(after(open, outcome, 'prod'), 'never'))).to.deep.equal([
      0, 0, 0, 0, 69, 130,
    ]);
  });
});
