import { expect } from 'chai';
import { withLocalTime } from '../../src/report/local-time.ts';
import { words } from './words.ts';

const now = '2026-11-23T02:45:00.000Z';
const berlin = { now, zone: 'Europe/Berlin' };
const page = { words, width: 80 };

describe('the local time beside UTC', () => {
  it('stands beside the first time, once, by the name of its zone', () =>
    expect(withLocalTime('It failed at 02:14 UTC.\nAnd at 02:15 UTC.', berlin, page)).to.match(
      /^It failed at 02:14 UTC \(03:14 (?:CET|GMT\+1)\)\.\nAnd at 02:15 UTC\.$/u,
    ));

  it('goes by the day that is told, in summer and in winter', () => {
    expect(withLocalTime('2026-07-01 02:14:05 UTC', berlin, page)).to.include('UTC (04:14 ');
    expect(withLocalTime('2026-12-01 02:14:05 UTC', berlin, page)).to.include('UTC (03:14 ');
  });

  it('has its day where that is another one', () => {
    expect(withLocalTime('2026-11-30 23:30 UTC', berlin, page)).to.include('UTC (2026-12-01 00:30 ');
    expect(withLocalTime('at 02:14 UTC', { now, zone: 'America/New_York' }, page)).to.include('(2026-11-22 21:14 ');
  });

  it('is not told where the clock on the wall shows UTC', () => {
    for (const zone of ['UTC', 'Europe/London'])
      expect(withLocalTime('at 02:14 UTC', { now, zone }, page)).to.equal('at 02:14 UTC');
  });

  it('stands in a line that has room for it, and breaks no column', () => {
    const long = `${'x'.repeat(60)} at 02:14 UTC`;
    expect(withLocalTime(`${long}\nat 02:15 UTC`, berlin, page)).to.match(/^x+ at 02:14 UTC\nat 02:15 UTC \(03:15 /u);
    expect(withLocalTime(long, berlin, { words, width: Infinity })).to.match(/UTC \(03:14 /u);
    const table = 'a  02:14 UTC  b';
    expect(withLocalTime(`${table}\nat 02:15 UTC`, berlin, page)).to.match(/^a {2}02:14 UTC {2}b\nat 02:15 UTC \(/u);
  });

  it('is not told of what is no time', () =>
    expect(withLocalTime('at 2026-99-99 02:14 UTC', berlin, page)).to.equal('at 2026-99-99 02:14 UTC'));
});
