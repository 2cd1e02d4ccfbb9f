import { expect } from 'chai';
import { clue, clueAboutFailure, proves, rulesOut, suggests } from '../../src/model/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { Change, Clue, Gate } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { silent } from '../support/silent.ts';
import { deciding, row } from '../support/standing.ts';

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const refused = { success: false, status: 'User Is Frozen', decides: 'user-frozen' } as const;
const state = (sign = proves()): Clue => clue('state', ['user'], () => sign);

/** It went well at one, failed at two and at three. */
const rows = [row('2026-11-23T01:50:00Z', refused), row('2026-11-23T01:30:00Z', refused), row('2026-11-23T01:00:00Z')];

const done = (at: string, action = 'frozeUser'): Change => ({ at, action, display: 'x', about: 'user' });

/** What is said to have brought it about. */
const broughtBy = (gate: Gate, change: Change, ...clues: readonly Clue[]): string | undefined =>
  diagnose({
    evidence: evidence({ user: undefined, refusals: [deciding('user-frozen')], loginRows: rows, changes: [change] }),
    causes: [bareCause({ id: 'user-frozen', gate, blocks: true, clues, remedies: [], actions: ['frozeUser'] })],
    speaker: silent,
    cost,
  }).findings[0]?.change?.at;

describe('what brought a cause about', () => {
  const [longBefore, between, meanwhile] = ['2026-11-22T00:00:00Z', '2026-11-23T01:10:00Z', '2026-11-23T01:40:00Z'];

  it('was done between the login that went well and the first that failed', () => {
    expect(broughtBy('user-state', done(between), state())).to.equal(between);
    const [, firstFailure, lastSuccess] = rows;
    for (const at of [lastSuccess!.at, firstFailure!.at])
      expect(broughtBy('user-state', done(at), state())).to.equal(at);
    expect(broughtBy('user-state', done(longBefore), state())).to.equal(undefined);
  });

  it('may have been done before the last login that went well where that was let in, and stopped behind', () => {
    for (const gate of ['mfa', 'api-access', 'scopes'] as const)
      expect(broughtBy(gate, done(longBefore), state()), gate).to.equal(longBefore);
    expect(broughtBy('scopes', done(longBefore, 'changedEmail'), state()), 'another act').to.equal(undefined);
    expect(broughtBy('scopes', done('2026-11-23T01:55:00Z'), state()), 'after the failure').to.equal(undefined);
  });

  it('was done while it failed only where its state is there now, and proved', () => {
    const said = clueAboutFailure('said', ['refusals'], () => proves());
    expect(broughtBy('user-state', done(meanwhile), state())).to.equal(meanwhile);
    expect(broughtBy('user-state', done(meanwhile), said, state())).to.equal(meanwhile);
    expect(broughtBy('user-state', done(meanwhile), said, state(suggests()))).to.equal(undefined);
    expect(broughtBy('user-state', done(meanwhile), state(), state(rulesOut()))).to.equal(undefined);
  });
});
