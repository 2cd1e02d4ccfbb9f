import { expect } from 'chai';
import { span, took, utc } from '../../src/report/time.ts';

describe('times on a screen', () => {
  it('are in UTC', () => {
    expect(utc('2026-11-23T02:14:05.678Z')).to.equal('2026-11-23 02:14:05 UTC');
    expect(utc('2026-11-23T02:14:05.000+0100')).to.equal('2026-11-23 01:14:05 UTC');
  });

  it('are shown as they are where they are none', () => expect(utc('soon')).to.equal('soon'));

  for (const [ms, text] of [
    [0, '0 s'],
    [400, '0 s'],
    [40_000, '40 s'],
    [60_000, '1 min'],
    [3_600_000 * 3 + 240_000 + 5000, '3 h 4 min'],
    [86_400_000 * 2 + 60_000, '2 d'],
    [-90_000, '1 min 30 s'],
  ] as const)
    it(`${ms} ms are ${text}`, () => expect(span(ms)).to.equal(text));

  it('of a run are short', () => {
    expect([took(41), took(1834), took(61_400)]).to.deep.equal(['41 ms', '1.8 s', '1 min 1 s']);
  });
});
