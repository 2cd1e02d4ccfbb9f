import { expect } from 'chai';
import { comesAt, enforcedBy, enforcementIn } from '../../src/clues/enforced.ts';
import type { CalendarId } from '../../src/clues/calendar/index.ts';
import { proves, rulesOut, suggests } from '../../src/model/index.ts';

const idle = 'idle-refresh-tokens-end';
const inSandboxes = 'idle-refresh-tokens-end-in-sandboxes';
const soap = 'soap-login-needs-any-api-auth';

/** By when it is told to have come, of a login that stopped between two moments. */
const found = (entry: CalendarId, lastSuccess: string, firstFailure: string, isSandbox = false, since?: string) =>
  enforcementIn(enforcedBy(entry, suggests({}, since)), { lastSuccess, firstFailure }, isSandbox)?.on;

describe('what Salesforce enforced', () => {
  it('is told of a login that stopped on its day, and neither before nor after', () => {
    const day = '2026-11-04T00:00:00Z';
    expect(found(idle, '2026-11-03T20:00:00Z', '2026-11-03T23:59:59Z')).to.equal(undefined);
    expect(found(idle, '2026-11-03T20:00:00Z', '2026-11-04T00:00:00Z')).to.equal(day);
    // The day is not over in America when the next one has begun in UTC.
    expect(found(idle, '2026-11-05T11:59:59Z', '2026-11-05T13:00:00Z')).to.equal(day);
    expect(found(idle, '2026-11-05T12:00:00Z', '2026-11-05T13:00:00Z')).to.equal(undefined);
  });

  it('is told of a weekly job between whose runs the day lies, and not of logins further apart', () => {
    expect(found(idle, '2026-11-01T00:00:00Z', '2026-11-09T00:00:00Z')).to.not.equal(undefined);
    expect(found(idle, '2026-11-01T00:00:00Z', '2026-11-09T00:00:01Z')).to.equal(undefined);
  });

  it('is told however far apart the logins are, where the sign itself dates it so', () => {
    const last = '2026-09-01T00:00:00Z';
    expect(found(idle, last, '2026-11-20T00:00:00Z', false, '2026-11-04T00:00:00Z')).to.not.equal(undefined);
    expect(found(idle, last, '2026-11-20T00:00:00Z', false, '2026-11-06T00:00:00Z')).to.equal(undefined);
  });

  it('keeps the days of sandboxes and of production apart', () => {
    expect(found(inSandboxes, '2026-10-20T00:00:00Z', '2026-10-21T10:00:00Z', true)).to.equal('2026-10-21T00:00:00Z');
    expect(found(inSandboxes, '2026-10-20T00:00:00Z', '2026-10-21T10:00:00Z', false)).to.equal(undefined);
    expect(found(idle, '2026-11-03T00:00:00Z', '2026-11-04T10:00:00Z', true)).to.equal(undefined);
  });

  it('knows the weekends of a release: those of production, and the one of preview sandboxes a day before', () => {
    const friday = ['2026-08-27T12:00:00Z', '2026-08-28T12:00:00Z'] as const;
    expect(found(soap, ...friday, true)).to.equal('2026-08-28T00:00:00Z');
    expect(found(soap, ...friday, false)).to.equal(undefined);
    for (const isSandbox of [true, false]) {
      expect(found(soap, '2026-10-02T12:00:00Z', '2026-10-02T23:59:59Z', isSandbox)).to.equal(undefined);
      expect(found(soap, '2026-10-02T12:00:00Z', '2026-10-03T00:00:00Z', isSandbox)).to.equal('2026-10-03T00:00:00Z');
      expect(found(soap, '2026-10-05T11:59:59Z', '2026-10-05T13:00:00Z', isSandbox)).to.equal('2026-10-03T00:00:00Z');
      expect(found(soap, '2026-10-05T12:00:00Z', '2026-10-05T13:00:00Z', isSandbox)).to.equal(undefined);
    }
  });

  it('came by and by where the calendar says so, and never where no weekend is known', () => {
    const installed = 'apps-must-be-installed';
    expect(found(installed, '2025-09-09T00:00:00Z', '2025-09-10T00:00:00Z')).to.equal('2025-08-28T00:00:00Z');
    expect(found(installed, '2025-09-18T11:59:59Z', '2025-09-19T00:00:00Z')).to.equal('2025-08-28T00:00:00Z');
    expect(found(installed, '2025-09-18T12:00:00Z', '2025-09-19T00:00:00Z')).to.equal(undefined);
    expect(found('soap-login-retires', '2027-06-18T00:00:00Z', '2027-06-19T00:00:00Z')).to.equal(undefined);
  });

  it('is marked on what speaks for a cause alone', () => {
    const turn = { lastSuccess: '2026-11-03T00:00:00Z', firstFailure: '2026-11-04T10:00:00Z' };
    expect(enforcementIn(enforcedBy(idle, proves()), turn, false)).to.deep.equal({
      entry: idle,
      on: '2026-11-04T00:00:00Z',
    });
    expect(enforcementIn(enforcedBy(idle, rulesOut()), turn, false)).to.equal(undefined);
    expect(enforcementIn(proves(), turn, false)).to.equal(undefined);
  });

  it('comes at a moment within its time', () => {
    expect(comesAt(idle, '2026-11-03T23:59:59Z', false)).to.equal(undefined);
    expect(comesAt(idle, '2026-11-04T00:00:00Z', false)).to.equal('2026-11-04T00:00:00Z');
    expect(comesAt(idle, '2026-11-05T11:59:59Z', false)).to.equal('2026-11-04T00:00:00Z');
    expect(comesAt(idle, '2026-11-05T12:00:00Z', false)).to.equal(undefined);
  });
});
