import { expect } from 'chai';
import { listFiles, mostBytes, pickFiles } from '../../../src/evidence/org/event-log-files.ts';
import type { OrgAnswer } from '../../../src/evidence/org-wire.ts';

const listed = (
  ...records: ReadonlyArray<readonly [id: string, date: string, interval?: string, bytes?: number]>
): OrgAnswer => ({
  ok: true,
  status: 200,
  body: {
    totalSize: records.length,
    done: true,
    records: records.map(([Id, LogDate, Interval = 'Daily', LogFileLength = 1000]) => ({
      Id,
      LogDate: `${LogDate}.000+0000`,
      Interval,
      LogFileLength,
    })),
  },
});

const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const noon = span('2026-11-22T12:00:00Z', '2026-11-22T12:10:00Z');

const ids = (...given: Parameters<typeof pickFiles>): readonly string[] =>
  pickFiles(...given).files.map(({ id }) => id);

describe('the event log files of a span', () => {
  it('are looked for from the day before, in which a day’s file may begin', () => {
    const request = listFiles(noon);
    expect(request.kind === 'get' && decodeURIComponent(request.path)).to.equal(
      "query?q=SELECT Id, LogDate, Interval, LogFileLength FROM EventLogFile WHERE EventType = 'Login' AND LogDate >= 2026-11-21T12:00:00.000Z AND LogDate <= 2026-11-22T12:10:00.000Z ORDER BY LogDate DESC LIMIT 200",
    );
  });

  it('are those of the days and hours that it touches', () => {
    const days = listed(['of-the-day', '2026-11-22T00:00:00'], ['of-the-day-before', '2026-11-21T00:00:00']);
    expect(ids(days, noon)).to.deep.equal(['of-the-day']);
    expect(ids(days, span('2026-11-21T23:59:00Z', '2026-11-22T00:01:00Z'))).to.have.lengthOf(2);
    expect(ids(days, span('2026-11-23T00:00:00Z', '2026-11-23T01:00:00Z'))).to.deep.equal([]);
    const hours = listed(['12', '2026-11-22T12:00:00', 'Hourly'], ['11', '2026-11-22T11:00:00', 'Hourly']);
    expect(ids(hours, noon)).to.deep.equal(['12']);
    expect(ids(hours, span('2026-11-22T11:59:59Z', '2026-11-22T12:00:01Z'))).to.deep.equal(['12', '11']);
  });

  it('are both where an hour came in two parts, and no hour beside the file of its day', () => {
    const twice = listed(['one', '2026-11-22T12:00:00', 'Hourly'], ['two', '2026-11-22T12:00:00', 'Hourly']);
    expect(ids(twice, noon)).to.deep.equal(['one', 'two']);
    const both = listed(['hour', '2026-11-22T12:00:00', 'Hourly'], ['day', '2026-11-22T00:00:00']);
    expect(ids(both, noon)).to.deep.equal(['day']);
  });

  it('are as many as fit, to the byte', () => {
    const two = (bytes: number) =>
      listed(['newer', '2026-11-22T12:00:00', 'Hourly', 1], ['older', '2026-11-22T11:00:00', 'Hourly', bytes]);
    const both = span('2026-11-22T11:00:00Z', '2026-11-22T13:00:00Z');
    expect(pickFiles(two(mostBytes - 1), both))
      .to.deep.include({ isCut: false })
      .and.have.property('files')
      .lengthOf(2);
    expect(pickFiles(two(mostBytes), both))
      .to.deep.include({ isCut: true })
      .and.have.property('files')
      .lengthOf(1);
  });
});
