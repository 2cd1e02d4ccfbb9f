import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, proves, suggests, unknown } from '../../src/model/index.ts';
import type { Cause, CauseId, Change, Evidence, Finding, LoginRow, Sign } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const success = {
  id: '0Ya0',
  at: '2026-11-22T00:00:00.000Z',
  status: 'Success',
  success: true,
  recognised: true,
} as const;

const failed = (hour: string, decides: CauseId): LoginRow => ({
  ...{ id: `0Ya${hour}`, at: `2026-11-23T${hour}:00:00.000Z`, status: 'S', success: false },
  ...{ recognised: true, decides, suspects: [] },
});

const did = (hour: string, action: string): Change => ({
  ...{ at: `2026-11-23T${hour}:00:00.000Z`, action, display: action, about: 'user' },
});

const ofUser = (id: CauseId, sign: Sign | undefined, more: Pick<Cause, 'actions' | 'undoneBy'>): Cause =>
  bareCause({
    id,
    gate: 'user-state',
    blocks: true,
    clues: [clue('state', ['user'], () => sign)],
    remedies: [],
    ...more,
  });

const findings = (
  causes: readonly Cause[],
  rows: readonly LoginRow[],
  changes: readonly Change[],
): readonly Finding[] => {
  const loginRows = [...rows, { ...success, suspects: [] }];
  const seen = evidence({ refusals: [], loginRows, changes, user: undefined });
  return diagnose({ evidence: seen, causes, speaker: silent, cost }).findings;
};

const first = (...seen: Parameters<typeof findings>): Finding | undefined => findings(...seen)[0];

describe('the changes that are told', () => {
  it('are in the order of their nearness, those last that may be about somebody else', () => {
    const [mine, org] = [did('01', 'mine'), { ...did('00', 'org'), about: 'org' } as const];
    const others = [{ ...did('03', 'a'), about: 'other' } as const, { ...did('02', 'b'), about: 'other' } as const];
    const loginRows = [failed('04', 'user-frozen'), { ...success, suspects: [] }];
    const seen = evidence({ refusals: [], loginRows, changes: [...others, mine, org], user: undefined });
    const told = diagnose({ evidence: seen, causes: [], speaker: silent, cost }).changes;
    expect(told).to.deep.equal([mine, org, ...others]);
  });
});

describe('an act that the trail tells in an entry for each weekday', () => {
  const hours = (day: string, more: Partial<Change> = {}): Change => ({
    ...did('00', 'hours'),
    display: `login hours were changed from ${day} All Day to ${day} Closed`,
    ...more,
  });
  // It failed at one in the morning of Monday, 23 November 2026, by UTC.
  const monday = failed('01', 'login-hours');
  const seenBy = (timeZone: string, changes: readonly Change[], ...rows: readonly LoginRow[]): Evidence =>
    evidence({
      ...{ refusals: [], changes, user: undefined, organization: { ...healthy.organization, timeZone } },
      loginRows: [...rows, { ...success, suspects: [] }],
    });
  const dayIn = (seen: Evidence): string | undefined => {
    const shut = ofUser('login-hours', proves(), { actions: ['hours'] });
    return diagnose({ evidence: seen, causes: [shut], speaker: silent, cost }).findings[0]?.change?.display.split(
      ' ',
    )[5];
  };
  const told = (zone: string, ...changes: readonly Change[]): string | undefined =>
    dayIn(seenBy(zone, changes, monday));

  it('is told by the entry of the day on which the login failed, by the clock of the org', () => {
    const days = ['Sunday', 'Monday', 'Tuesday'].map((day) => hours(day));
    expect(told('Etc/UTC', ...days)).to.equal('Monday');
    expect(told('America/Los_Angeles', ...days.toReversed())).to.equal('Sunday');
  });

  it('is told by the entry of the day on which it first failed, however long it went on', () => {
    const at = '2026-11-22T12:00:00.000Z';
    const sunday = { ...monday, at: '2026-11-22T20:00:00.000Z' };
    const changes = [hours('Monday', { at }), hours('Sunday', { at })];
    expect(dayIn(seenBy('Etc/UTC', changes, monday, sunday))).to.equal('Sunday');
  });

  it('is told by its first entry where none is of that day, several are, or the entry is of another act', () => {
    expect(told('Etc/UTC', hours('Sunday'), hours('Tuesday'))).to.equal('Sunday');
    expect(told('Etc/UTC', hours('Sunday'), hours('Monday'), hours('Monday'))).to.equal('Sunday');
    for (const other of [{ by: 'Dana' }, { action: 'other' }, { at: '2026-11-22T23:59:59.999Z' }])
      expect(told('Etc/UTC', hours('Sunday'), hours('Monday', other)), JSON.stringify(other)).to.equal('Sunday');
  });

  it('is told by its first entry where the zone is not known here, or nobody knows when it failed', () => {
    const changes = [hours('Sunday'), hours('Monday')];
    expect(told('Nowhere/Land', ...changes)).to.equal('Sunday');
    const timeless = { ...seenBy('Etc/UTC', changes), loginRows: unknown('not-asked'), now: unknown('not-asked') };
    expect(dayIn(timeless)).to.equal('Sunday');
  });
});

describe('a failing that goes on for another reason', () => {
  it('tells how it began: the first row, and what was done then', () => {
    const [froze, left] = [did('00', 'froze'), did('02', 'left')];
    const after = (began: CauseId, sign: Sign = proves()): Finding | undefined =>
      first(
        [
          ofUser('user-inactive', sign, { actions: ['left'] }),
          ofUser('user-frozen', undefined, { actions: ['froze'] }),
        ],
        [failed('03', 'user-inactive'), failed('01', began)],
        [froze, left],
      );
    const second = after('user-frozen');
    expect(second?.change).to.equal(left);
    expect(second?.began?.row.id).to.equal('0Ya01');
    expect(second?.began?.change).to.equal(froze);
    expect(after('user-locked-out')?.began).to.have.all.keys('row');
    expect(after('user-inactive')).to.not.have.property('began');
    expect(after('user-frozen', suggests())).to.not.have.property('began');
  });

  it('is told of what stops it, and not of what it meets next', () => {
    const both = [ofUser('user-inactive', proves(), {}), ofUser('login-hours', proves(), {})];
    const found = findings(both, [failed('03', 'user-inactive'), failed('01', 'user-frozen')], []);
    expect(found.map(({ cause, role, began }) => [cause, role, began?.row.id])).to.deep.equal([
      ['user-inactive', 'root', '0Ya01'],
      ['login-hours', 'next', undefined],
    ]);
  });

  it('is none where both statuses can mean the same', () => {
    const began = (...suspects: readonly CauseId[]) =>
      first(
        [ofUser('user-inactive', proves(), {})],
        [
          { ...failed('03', 'user-inactive'), suspects: ['login-hours'] },
          { ...failed('01', 'user-frozen'), suspects },
        ],
        [],
      );
    expect(began()?.began?.row.id).to.equal('0Ya01');
    for (const both of ['user-inactive', 'login-hours'] as const)
      expect(began(both), both).to.include({ standing: 'confirmed' }).and.not.have.property('began');
  });

  it('tells no attempt to cure it as what brought it about, where it failed for the same reason from the first', () => {
    const ranged = ofUser('ip-restricted', proves(), { actions: ['range', 'froze'], undoneBy: ['range'] });
    const told = (began: CauseId, action: string, before: readonly Change[] = []): string | undefined =>
      first(
        [ranged],
        [failed('05', 'ip-restricted'), failed('01', began)],
        [...before, did('03', action)],
      )?.change?.at.slice(11, 13);
    expect(told('ip-restricted', 'range')).to.equal(undefined);
    expect(told('ip-restricted', 'froze')).to.equal('03');
    expect(told('user-frozen', 'range')).to.equal('03');
    expect(told('ip-restricted', 'range', [did('00', 'range')])).to.equal('00');
  });

  it('tells the deed that was done again while it failed, where the first was undone', () => {
    const frozen = ofUser('user-frozen', proves(), { actions: ['froze'], undoneBy: ['thawed'] });
    const rows = [failed('05', 'user-frozen'), failed('01', 'user-frozen')];
    const told = (...meanwhile: readonly Change[]): string | undefined =>
      first([frozen], rows, [did('00', 'froze'), ...meanwhile])?.change?.at.slice(11, 13);
    expect(told(did('02', 'thawed'), did('03', 'froze'))).to.equal('03');
    expect(told(did('03', 'froze'))).to.equal('00');
    expect(told(did('03', 'froze'), did('04', 'thawed'))).to.equal('00');
    expect(told(did('03', 'thawed'), did('03', 'froze')), 'in the same second').to.equal('00');
    expect(told(did('02', 'thawed'), did('06', 'froze'))).to.equal('00');
  });
});
