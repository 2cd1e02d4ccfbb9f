import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, foretells, proves, suggests } from '../../src/model/index.ts';
import type { Cause, Clue, Facts, LoginRow, Outcome, Sign } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { silent } from '../support/silent.ts';
import { row } from '../support/standing.ts';

const causeOf = (...clues: readonly Clue[]): Cause =>
  bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });

const says = (sign: Sign | undefined): Clue => clue('state', ['user'], () => sign);
const blind: Clue = clue('hours', ['loginHours'], () => undefined);
const coming = foretells('2027-01-01T00:00:00.000Z');

const outcome = (cause: Cause, facts: Partial<Facts>): Outcome =>
  diagnose({
    evidence: evidence({ user: undefined, refusals: [], loginRows: [], ...facts }),
    causes: [cause],
    speaker: silent,
    cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
  }).outcome;

describe('the outcome where the cause is found', () => {
  it('passes by itself where the cause does, or the clue that proves it is one by which it does', () => {
    const by = (transient?: Cause['transient']): Outcome =>
      outcome({ ...causeOf(says(proves()), blind), ...(transient === undefined ? {} : { transient }) }, {});
    expect([by(true), by(['hours', 'state'])]).to.deep.equal(['transient', 'transient']);
    expect([by(), by(false), by(['hours'])]).to.deep.equal(['cause-found', 'cause-found', 'cause-found']);
  });
});

describe('the outcome where nothing failed', () => {
  it('is not healthy while a gate that can stop the login was not looked at, though what was seen only lies ahead', () => {
    const integration = { flow: 'jwt', sourceIps: [] } as const;
    expect(outcome(causeOf(says(undefined)), { integration })).to.equal('healthy');
    expect(outcome(causeOf(blind), { integration })).to.equal('inconclusive');
    expect(outcome({ ...causeOf(blind), blocks: false }, { integration })).to.equal('healthy');
    expect(outcome(causeOf(says(coming)), { integration })).to.equal('healthy');
    expect(outcome(causeOf(says(coming), blind), { integration })).to.equal('inconclusive');
  });

  it('is healthy by a flow whose secret nobody sees only where a login by it went well within a day, and none failed since', () => {
    const integration = { flow: 'password', sourceIps: [] } as const;
    const by = (...loginRows: readonly LoginRow[]) => outcome(causeOf(says(undefined)), { integration, loginRows });
    expect(by()).to.equal('inconclusive');
    expect(by(row('2026-11-22T02:00:00.000Z'))).to.equal('healthy');
    expect(by(row('2026-11-22T01:59:59.999Z'))).to.equal('inconclusive');
    const odd = row('2026-11-22T12:00:00.000Z', { success: false, recognised: false, status: 'Odd' });
    expect(by(odd, row('2026-11-22T02:00:00.000Z'))).to.equal('inconclusive');
  });

  it('is healthy by a token that was granted, whatever is suspected or lies ahead, but not what stops the next login', () => {
    const attempt = { host: 'https://login.salesforce.com', granted: true, api: 'accepted' } as const;
    const failedAt = '2026-11-20T02:00:00.000Z';
    const unheard = { host: 'https://login.salesforce.com', granted: true } as const;
    const integration = { flow: 'jwt', sourceIps: [] } as const;
    expect(outcome(causeOf(says(undefined)), { integration, attempt: unheard })).to.equal('healthy');
    expect(outcome(causeOf(blind), { integration, attempt: unheard })).to.equal('inconclusive');
    const granted = (sign: Sign): Outcome => outcome(causeOf(says(sign)), { attempt, failedAt });
    expect(granted(suggests())).to.equal('healthy');
    expect(granted(coming)).to.equal('healthy');
    expect(granted(proves({}, '2026-11-22T00:00:00.000Z'))).to.equal('inconclusive');
  });
});
