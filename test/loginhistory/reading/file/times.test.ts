import { expect } from 'chai';
import { readWrittenTime } from '../../../../src/loginhistory/reading/file/clock-text.ts';
import { dateOrder } from '../../../../src/loginhistory/reading/file/date-order.ts';
import { placed } from '../../../../src/loginhistory/reading/file/zone.ts';
import { now } from './support.ts';

const at = (text: string): unknown => {
  const time = readWrittenTime(text);
  return time === undefined ? undefined : [...time.numbers, time.hour, time.minute, time.zone];
};

describe('times as people write them', () => {
  const written: ReadonlyArray<readonly [string, readonly unknown[]]> = [
    ['1/20/2016 12:01:40 PM EST', [1, 20, 2016, 12, 1, 'EST']],
    ['1/20/2016, 12:01 AM', [1, 20, 2016, 0, 1, undefined]],
    ['1/20/2016, 12:01\u202fAM', [1, 20, 2016, 0, 1, undefined]],
    ['20.01.2016 23:59', [20, 1, 2016, 23, 59, undefined]],
    ['20.01.2016, 23.59.10', [20, 1, 2016, 23, 59, undefined]],
    ['20-01-2016 1:05 p. m.', [20, 1, 2016, 13, 5, undefined]],
    ['2016-01-20T12:01:40.000Z', [2016, 1, 20, 12, 1, 'Z']],
    ['2016-01-20T12:01:40.000+0000', [2016, 1, 20, 12, 1, '+0000']],
    ['2016/01/20 12:01', [2016, 1, 20, 12, 1, undefined]],
    ['2016. 1. 20. 오후 12:01', [2016, 1, 20, 12, 1, undefined]],
    ['2016/1/20 下午3:01', [2016, 1, 20, 15, 1, undefined]],
    ['20/1/16 9:01', [20, 1, 16, 9, 1, undefined]],
  ];
  for (const [text, expected] of written) {
    it(`reads ${text}`, () => {
      expect(at(text)).to.deep.equal(expected);
    });
  }

  for (const text of [
    '',
    'yesterday',
    '1/20/2016',
    '1/20/2016 25:00',
    '1/20/2016 13:00 PM',
    '1/20/2016 12:61',
    '1/20/2016 foo 12:01',
  ]) {
    it(`does not read "${text}"`, () => {
      expect(readWrittenTime(text)).to.equal(undefined);
    });
  }
});

const orderOf = (...texts: readonly string[]): unknown =>
  dateOrder(
    texts.flatMap((text) => readWrittenTime(`${text} 12:00`) ?? []),
    now,
  );

describe('the order of day and month', () => {
  it('is told by a number that is no month', () => {
    expect(orderOf('1/2/2026', '1/20/2026')).to.deep.equal({ order: 'mdy', found: 'written' });
    expect(orderOf('1/2/2026', '20/1/2026')).to.deep.equal({ order: 'dmy', found: 'written' });
  });
  it('is told by rows that follow one another', () => {
    expect(orderOf('11/5/2026', '11/4/2026', '11/3/2026')).to.deep.equal({ order: 'mdy', found: 'sequence' });
    expect(orderOf('5/11/2026', '4/11/2026', '3/11/2026')).to.deep.equal({ order: 'dmy', found: 'sequence' });
  });
  it('is told by what can be', () => {
    expect(orderOf('11/5/2026')).to.deep.equal({ order: 'mdy', found: 'plausible' });
    expect(orderOf('5/11/2026')).to.deep.equal({ order: 'dmy', found: 'plausible' });
  });
  it('is assumed where nothing tells it, and says so', () => {
    expect(orderOf('10/10/2026')).to.deep.equal({ order: 'dmy', found: 'assumed' });
  });
});

describe('a time on the wall', () => {
  const place = (wall: string, zone: string, written?: string): string | undefined => {
    const ms = placed(Date.parse(`${wall}Z`), written, zone);
    return ms === undefined ? undefined : new Date(ms).toISOString();
  };
  it('stands in its zone, in summer and in winter', () => {
    expect(place('2026-07-01T12:00:00', 'America/New_York')).to.equal('2026-07-01T16:00:00.000Z');
    expect(place('2026-12-01T12:00:00', 'America/New_York')).to.equal('2026-12-01T17:00:00.000Z');
    expect(place('2026-12-01T12:00:00', 'Asia/Kolkata')).to.equal('2026-12-01T06:30:00.000Z');
  });
  it('is the earlier one where it comes twice', () => {
    expect(place('2026-11-01T01:30:00', 'America/New_York')).to.equal('2026-11-01T05:30:00.000Z');
  });
  it('is moved where clocks leave it out', () => {
    expect(place('2026-03-08T02:30:00', 'America/New_York')).to.equal('2026-03-08T07:30:00.000Z');
  });
  it('stands in the zone that it names', () => {
    expect(place('2026-12-01T12:00:00', 'UTC', 'PDT')).to.equal('2026-12-01T19:00:00.000Z');
    expect(place('2026-12-01T12:00:00', 'UTC', 'GMT+5:30')).to.equal('2026-12-01T06:30:00.000Z');
    expect(place('2026-12-01T12:00:00', 'Europe/Berlin', 'CET')).to.equal('2026-12-01T11:00:00.000Z');
    expect(place('2026-12-01T12:00:00', 'Europe/Berlin', 'JST')).to.equal(undefined);
  });
});
