import { expect } from 'chai';
import fc from 'fast-check';
import { dayOfHour, hourIn, isWholeDay, timeKey } from '../../../../src/loginhistory/reading/file/day-of-hour.ts';
import { GroupTable } from '../../../../src/loginhistory/reading/file/group-table.ts';
import { Interner } from '../../../../src/loginhistory/reading/file/interner.ts';
import { bytesOf } from './support.ts';

const idOf = (interner: Interner, text: string): number => {
  const bytes = bytesOf(text);
  return interner.id(bytes, 0, bytes.length);
};

describe('an interner', () => {
  it('gives each text one number, and gives the text back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 600 }), (texts) => {
        const interner = new Interner(10_000);
        const ids = texts.map((text) => idOf(interner, text));
        expect(ids.map((id) => interner.text(id))).to.deep.equal(texts);
        expect(new Set(ids).size).to.equal(new Set(texts).size);
        expect(texts.map((text) => idOf(interner, text))).to.deep.equal(ids);
      }),
      { numRuns: 50 },
    );
  });

  it('has room for so many, and says how often it had none', () => {
    const interner = new Interner(2);
    expect(['a', 'b', 'c', 'a', 'c', ''].map((text) => idOf(interner, text))).to.deep.equal([1, 2, 0, 1, 0, 0]);
    expect(interner.refused).to.equal(2);
  });
});

const hourMs = 3_600_000;

/** Hours of three days, numbered from 1. */
const hours = new Interner(1000);
for (let day = 10; day < 13; day += 1) {
  for (let hour = 0; hour < 24; hour += 1) idOf(hours, `2026-11-${day} ${String(hour).padStart(2, '0')}:00`);
}

const row = fc.record({
  status: fc.integer({ min: 1, max: 2 }),
  application: fc.integer({ min: 0, max: 2 }),
  user: fc.integer({ min: 1, max: 9 }),
  sourceIp: fc.integer({ min: 1, max: 9 }),
  hour: fc.integer({ min: 1, max: 72 }),
  within: fc.nat(hourMs - 1),
});

const isSuccess = (status: number): boolean => status === 1;

describe('a table of groups', () => {
  it('keeps rows and times however coarse it becomes', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), fc.integer({ min: 4, max: 200 }), (rows, most) => {
        const table = new GroupTable(most, isSuccess, dayOfHour(hours));
        const counted = rows.filter(({ status, application, user, sourceIp, hour, within }) => {
          table.key.fill(0);
          table.key.set([status, application, 0, 0, user, sourceIp, 0, timeKey(hour, 0)]);
          return table.count(within);
        });
        expect(table.size).to.be.at.most(2 * most);
        const groups = Array.from({ length: table.size }, (_none, group) => group);
        for (const status of [1, 2]) {
          const own = groups.filter((group) => table.keyOf(group, 'status') === status);
          const mine = counted.filter((one) => one.status === status);
          expect(own.reduce((sum, group) => sum + table.countOf(group), 0)).to.equal(mine.length);
          const start = (group: number): number => hourIn(table.keyOf(group, 'hour')) * hourMs;
          const times = mine.map(({ hour, within }) => hour * hourMs + within);
          expect(Math.min(...own.map((group) => start(group) + table.firstOf(group)))).to.equal(Math.min(...times));
          expect(Math.max(...own.map((group) => start(group) + table.lastOf(group)))).to.equal(Math.max(...times));
        }
        const left = table.left.filter(({ of }) => of === 'failures').flatMap(({ dimensions }) => dimensions);
        const failing = groups.filter((group) => table.keyOf(group, 'status') === 2);
        for (const group of failing) {
          expect(isWholeDay(table.keyOf(group, 'hour'))).to.equal(false);
          expect(table.keyOf(group, 'user') === 0).to.equal(left.includes('user'));
          expect(table.keyOf(group, 'sourceIp') === 0).to.equal(left.includes('sourceIp'));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('first counts successes by day, and leaves out what matters least', () => {
    const table = new GroupTable(20, isSuccess, dayOfHour(hours));
    for (let hour = 1; hour <= 72; hour += 1) {
      table.key.fill(0);
      table.key.set([1, 1, 0, 0, 1, 1, 0, timeKey(hour, 0)]);
      table.count(0);
    }
    expect(table.size).to.equal(3);
    expect(table.left).to.deep.equal([{ of: 'successes', dimensions: [], byDay: true }]);
    expect([0, 1, 2].map((group) => table.countOf(group))).to.deep.equal([24, 24, 24]);
    expect([0, 1, 2].map((group) => table.lastOf(group) - table.firstOf(group))).to.deep.equal([
      23 * hourMs,
      23 * hourMs,
      23 * hourMs,
    ]);
  });
});
