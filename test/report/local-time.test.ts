import { expect } from 'chai';
import { nowTold, withLocalTime } from '../../src/report/local-time.ts';
import { words } from './words.ts';

const now = '2026-11-23T02:45:00.000Z';
const berlin = { now, zone: 'Europe/Berlin' };
const page = { words, width: 80 };
const long = `${'x'.repeat(60)} at 02:14 UTC`;

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
    expect(withLocalTime(`${long}\nat 02:15 UTC`, berlin, page)).to.match(/^x+ at 02:14 UTC\nat 02:15 UTC \(03:15 /u);
    expect(withLocalTime(long, berlin, { words, width: Infinity })).to.match(/UTC \(03:14 /u);
    const table = 'a  02:14 UTC  b';
    expect(withLocalTime(`${table}\nat 02:15 UTC`, berlin, page)).to.match(/^a {2}02:14 UTC {2}b\nat 02:15 UTC \(/u);
  });

  it('breaks a line for it where none has room, behind its mark, and not within itself', () => {
    expect(withLocalTime(`  ${long}.`, berlin, page)).to.match(/^ {2}x+ at\n {2}02:14 UTC \(03:14 \S+\)\.$/u);
    expect(withLocalTime(`  - ${long}.\n  - y`, berlin, page)).to.match(
      / at\n {4}02:14 UTC \(03:14 \S+\)\.\n {2}- y$/u,
    );
    expect(withLocalTime(`  SURE  ${long}`, berlin, page)).to.match(/ at\n {8}02:14 UTC \(03:14 \S+\)$/u);
    expect(withLocalTime(`${long} and so on`, berlin, page)).to.match(/ at\n02:14 UTC \(03:14 \S+\) and so on$/u);
  });

  it('goes before what goes on in the next line', () => {
    const made = withLocalTime(`  ${long}. It\n  goes on here.\n\n  exit 3`, berlin, page);
    expect(made).to.match(/ at\n {2}02:14 UTC \(03:14 \S+\)\. It goes on here\.\n\n {2}exit 3$/u);
  });

  it('makes no short screen too long', () => {
    const lines = (count: number): string => `  ${long}.\n`.repeat(count);
    expect(withLocalTime(lines(23), berlin, page)).to.equal(lines(23));
    for (const count of [22, 24])
      expect(withLocalTime(lines(count), berlin, page).split('\n')).to.have.length(count + 2);
  });

  it('is not told of what is no time', () =>
    expect(withLocalTime('at 2026-99-99 02:14 UTC', berlin, page)).to.equal('at 2026-99-99 02:14 UTC'));
});

describe('the local time in a line that is told at once', () => {
  const told = (at: string, zone: string, day: boolean): string => nowTold(at, { words, zone, day });

  it('stands beside UTC, with the day where that is another one', () => {
    expect(told('2026-07-01T23:30:05.000Z', 'Europe/Berlin', true)).to.match(
      /^2026-07-01 23:30:05 UTC \(2026-07-02 01:30 (?:CEST|GMT\+2)\)$/u,
    );
    expect(told('2026-07-01T02:14:05.000Z', 'Europe/Berlin', false)).to.match(/^02:14:05 UTC \(04:14 \S+\)$/u);
  });

  it('is left out where the clock on the wall shows UTC, and of what is no time', () => {
    expect(told('2026-12-01T02:14:05.000Z', 'Europe/London', false)).to.equal('02:14:05 UTC');
    expect(told('then', 'Europe/Berlin', false)).to.equal('then');
  });
});
