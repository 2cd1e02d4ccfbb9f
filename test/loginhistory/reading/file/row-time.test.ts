import { expect } from 'chai';
import { fromCompact } from '../../../../src/loginhistory/event-log/compact-time.ts';
import { rowTime } from '../../../../src/loginhistory/reading/file/row-time.ts';

describe('the time of a row, taken apart', () => {
  const cases: ReadonlyArray<readonly [string, string, number]> = [
    ['2026-11-23T12:01:02.345Z', '2026-11-23T12:00Z', 62_345],
    ['2026-11-23T12:01:02.3Z', '2026-11-23T12:00Z', 62_300],
    ['11/23/2026 12:01:40 PM PST', '11/23/2026 12:00 PM PST', 100_000],
    ['11/23/2026, 12:01 AM', '11/23/2026, 12:00 AM', 60_000],
    ['23.11.2026 12:59', '23.11.2026 12:00', 59 * 60_000],
    ['23.11.2026, 12.01.10', '23.11.2026, 12.00', 70_000],
    ['2026. 1. 20. 오후 12:01', '2026. 1. 20. 오후 12:00', 60_000],
    ['2026-11-23T01:02:03.000+0530', '2026-11-23T01:00+0530', 123_000],
  ];
  for (const [text, hour, within] of cases) {
    it(`names the hour of ${text}`, () => {
      expect(rowTime(text)).to.deep.equal({ hour, within });
    });
  }

  it('leaves alone what has no minutes', () => {
    for (const text of ['yesterday', '2026-11-23', '12:61', '12:']) {
      expect(rowTime(text)).to.deep.equal({ hour: text, within: 0 });
    }
  });

  it('reads the short form of the event log', () => {
    expect(fromCompact('20231218054831.655')).to.equal('2023-12-18T05:48:31.655Z');
    expect(fromCompact('20231218054831')).to.equal('2023-12-18T05:48:31Z');
    expect(fromCompact('2023-12-18')).to.equal('2023-12-18');
  });
});
