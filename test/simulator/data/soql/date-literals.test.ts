import { expect } from 'chai';
import fc from 'fast-check';
import { spanOf } from '../../../../simulator/data/soql/date-literals.ts';
import { dayIn, dayText, offsetAt, startOfDay } from '../../../../simulator/data/soql/zone.ts';

/** A Wednesday. */
const today = { year: 2026, month: 11, day: 18 };
const span = (literal: string): string | undefined => {
  const found = spanOf(literal, today);
  return found === undefined ? undefined : `${dayText(found.start)} ${dayText(found.end)}`;
};

describe('date literals', () => {
  for (const [literal, expected] of [
    ['TODAY', '2026-11-18 2026-11-19'],
    ['yesterday', '2026-11-17 2026-11-18'],
    ['LAST_N_DAYS:3', '2026-11-15 2026-11-19'],
    ['NEXT_N_DAYS:2', '2026-11-19 2026-11-21'],
    ['N_DAYS_AGO:2', '2026-11-16 2026-11-17'],
    ['THIS_WEEK', '2026-11-15 2026-11-22'],
    ['LAST_WEEK', '2026-11-08 2026-11-15'],
    ['LAST_N_WEEKS:2', '2026-11-01 2026-11-15'],
    ['LAST_MONTH', '2026-10-01 2026-11-01'],
    ['THIS_QUARTER', '2026-10-01 2027-01-01'],
    ['LAST_N_MONTHS:11', '2025-12-01 2026-11-01'],
    ['LAST_FISCAL_YEAR', '2025-01-01 2026-01-01'],
    ['LAST_90_DAYS', '2026-08-20 2026-11-19'],
  ] as const) {
    it(literal, () => {
      expect(span(literal)).to.equal(expected);
    });
  }

  it('knows no other words', () => {
    expect(span('SOMEDAY')).to.equal(undefined);
  });
});

describe('zones', () => {
  it('a day starts at midnight of the wall clock, also where the clock was changed', () => {
    expect(new Date(startOfDay('America/Los_Angeles', today)).toISOString()).to.equal('2026-11-18T08:00:00.000Z');
    expect(new Date(startOfDay('America/Los_Angeles', { year: 2026, month: 11, day: 1 })).toISOString()).to.equal(
      '2026-11-01T07:00:00.000Z',
    );
  });

  it('the start of a day lies in it, in every zone', () => {
    const zones = fc.constantFrom('America/Los_Angeles', 'Europe/Paris', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (zone, month, day) => {
        const start = startOfDay(zone, { year: 2026, month, day });
        expect(dayIn(zone, start)).to.deep.equal({ year: 2026, month, day });
        expect(Math.abs(offsetAt(zone, start))).to.be.at.most(14 * 3_600_000);
      }),
    );
  });
});
