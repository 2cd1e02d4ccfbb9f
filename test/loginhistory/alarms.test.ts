import { expect } from 'chai';
import fc from 'fast-check';
import { busiestWindow } from '../../src/loginhistory/alarms/busiest.ts';
import { canCompare, findSpikes } from '../../src/loginhistory/alarms/spikes.ts';
import { checkThreshold } from '../../src/loginhistory/alarms/threshold.ts';
import { outcomeOf, type Weighed } from '../../src/loginhistory/outcome.ts';
import { rowsOf, type Piece } from '../../src/loginhistory/piece.ts';
import { anyRow, counted, countByHour, day, hour, minute, monday, rows, sorted } from './support/pieces.ts';

/** Every window that starts at a row, counted one by one. */
const most = (all: readonly Piece[], length: number): number =>
  Math.max(0, ...all.map(({ first }) => all.filter((one) => one.first >= first && one.first < first + length).length));

describe('loginhistory: threshold', () => {
  it('is exceeded by more, not by as many', () => {
    const failures = rows(20, monday, 1000);
    expect(checkThreshold(failures, { limit: 20, windowMs: 15 * minute }).state).to.equal('kept');
    expect(checkThreshold(failures, { limit: 19, windowMs: 15 * minute })).to.deep.equal({
      limit: 19,
      windowMs: 15 * minute,
      state: 'exceeded',
      highest: { from: '2026-11-16T00:00:00Z', to: '2026-11-16T00:15:00Z', rows: 20 },
    });
  });

  it('tells no window that ends later than what was counted', () => {
    const asked = { limit: 19, windowMs: 15 * minute };
    const to = (until: number): string | undefined =>
      checkThreshold(rows(20, monday, 1000), { ...asked, until }).highest?.to;
    expect(to(monday + 14 * minute)).to.equal('2026-11-16T00:14:00Z');
    expect(to(monday + 16 * minute)).to.equal('2026-11-16T00:15:00Z');
  });

  it('finds the window wherever it starts', () => {
    const failures = [...rows(3, monday + 55 * minute, minute), ...rows(3, monday + 61 * minute, minute)];
    expect(checkThreshold(failures, { limit: 5, windowMs: 10 * minute }).highest).to.include({ rows: 6 });
  });

  it('with rows one by one it is as exact as counting every window', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), fc.integer({ min: 1, max: 7200 }), (all, seconds) => {
        const found = busiestWindow(all, seconds * 1000);
        expect(found?.rows ?? 0).to.equal(most(all, seconds * 1000));
        if (found !== undefined) expect(found.atMost).to.equal(found.rows);
      }),
    );
  });

  it('counted by hour, the truth lies between what it says', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), fc.integer({ min: 1, max: 7200 }), (all, seconds) => {
        const found = busiestWindow(countByHour(all), seconds * 1000);
        const truth = most(all, seconds * 1000);
        expect(found?.rows ?? 0).to.be.at.most(truth);
        expect(found?.atMost ?? 0).to.be.at.least(truth);
      }),
    );
  });

  it('with very many pieces too', () => {
    const many = rows(9000, monday, 2000);
    const found = busiestWindow(many, minute);
    expect(found?.rows).to.be.at.most(30);
    expect(found?.atMost).to.be.at.least(30);
    expect(rowsOf(many)).to.equal(9000);
  });

  it('where the hours leave it open, it says so', () => {
    const open = [counted(30, monday, monday + 50 * minute)];
    expect(checkThreshold(open, { limit: 20, windowMs: 15 * minute })).to.deep.include({ state: 'undecided' });
    expect(checkThreshold(open, { limit: 30, windowMs: 15 * minute }).state).to.equal('kept');
    expect(checkThreshold(open, { limit: 20, windowMs: hour }).state).to.equal('exceeded');
  });

  it('without any failure it is kept', () => {
    expect(checkThreshold([], { limit: 0, windowMs: hour })).to.deep.equal({ limit: 0, windowMs: hour, state: 'kept' });
  });
});

describe('loginhistory: spikes', () => {
  const spiking = {
    factor: 3,
    windowMs: hour,
    since: monday + 8 * hour,
    until: monday + 9 * hour,
    countedFrom: monday,
  };
  const usual = (each: number): Piece[] =>
    Array.from({ length: 8 }, (_none, index) => rows(each, monday + index * hour, minute)).flat();
  const found = (pieces: readonly Piece[], more: Partial<typeof spiking> = {}) =>
    findSpikes([{ key: 'x', title: 'X', pieces: sorted(pieces) }], { ...spiking, ...more });

  it('as many as the factor says is a spike, with its window and its baseline', () => {
    expect(found([...usual(4), ...rows(12, monday + 8 * hour, minute)])).to.deep.equal([
      {
        key: 'x',
        title: 'X',
        window: { from: '2026-11-16T08:00:00Z', to: '2026-11-16T09:00:00Z' },
        rows: 12,
        baseline: { median: 4, windows: 7, from: '2026-11-16T01:00:00Z' },
        times: 3,
      },
    ]);
  });

  it('fewer is none', () => {
    expect(found([...usual(4), ...rows(11, monday + 8 * hour, minute)])).to.deep.equal([]);
  });

  it('one bad hour before does not make it usual: the median counts', () => {
    const before = [...usual(4), ...rows(200, monday + 3 * hour, 1000)];
    expect(found([...before, ...rows(12, monday + 8 * hour, minute)])).to.have.lengthOf(1);
  });

  it('where none are usual, one is assumed', () => {
    expect(found(rows(3, monday + 8 * hour, minute))).to.have.lengthOf(1);
    expect(found(rows(2, monday + 8 * hour, minute))).to.deep.equal([]);
  });

  it('one login attempt with all its rows is none', () => {
    expect(found(rows(11, monday + 8 * hour, 1000))).to.deep.equal([]);
  });

  it('a past of fewer than three windows is no past', () => {
    expect(canCompare({ ...spiking, countedFrom: monday + 6 * hour })).to.equal(false);
    expect(canCompare({ ...spiking, countedFrom: monday + 5 * hour })).to.equal(true);
  });

  it('in a longer time it is looked for in each window', () => {
    const week = { since: monday, until: monday + 7 * day, countedFrom: monday - 7 * day, windowMs: day };
    const pieces = [...rows(14, monday - 7 * day, day), ...rows(20, monday + 3 * day + hour, minute)];
    expect(found(pieces, week).map(({ window }) => window.from)).to.deep.equal(['2026-11-19T00:00:00Z']);
  });
});

describe('loginhistory: outcome', () => {
  const whole: Weighed['completeness'] = {
    whole: true,
    sight: 'whole',
    ownRowsOnly: false,
    gaps: [],
    untold: [],
    silenceLookedFor: true,
  };
  const partial: Weighed['completeness'] = { ...whole, whole: false, sight: 'partial', ownRowsOnly: true };
  const kept = { limit: 1, windowMs: hour, state: 'kept' } as const;
  const silence = { lastSuccess: '', successes: 9, since: '', longestGapMs: 1, silentMs: 9 };
  const weighed = (given: Partial<Weighed>) =>
    outcomeOf({ spikes: [], silences: [], completeness: whole, anyRow: true, ...given });

  it('a list is a list', () => {
    expect(weighed({})).to.equal('listed');
    expect(weighed({ silences: [silence] })).to.equal('listed');
  });

  it('an alarm needs proof, and no whole sight', () => {
    const exceeded = { ...kept, state: 'exceeded' } as const;
    expect(weighed({ threshold: exceeded })).to.equal('alarm');
    expect(weighed({ threshold: exceeded, completeness: partial })).to.equal('alarm');
    expect(weighed({ threshold: kept, silences: [silence] })).to.equal('alarm');
  });

  it('silence is never health: what was not seen whole is inconclusive', () => {
    expect(weighed({ threshold: kept })).to.equal('no-alarm');
    expect(weighed({ threshold: kept, completeness: partial })).to.equal('inconclusive');
    expect(weighed({ completeness: partial })).to.equal('inconclusive');
    expect(weighed({ threshold: kept, anyRow: false })).to.equal('inconclusive');
    expect(weighed({ threshold: { ...kept, state: 'undecided' } })).to.equal('inconclusive');
    const spiking = { factor: 3, windowMs: hour };
    expect(weighed({ spiking })).to.equal('no-alarm');
    expect(weighed({ spiking, completeness: { ...whole, pastUnseen: true } })).to.equal('inconclusive');
  });
});
