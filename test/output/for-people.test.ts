import { expect } from 'chai';
import { forPeople } from '../../src/output/for-people.ts';
import { formats } from '../../src/output/formats.ts';
import { loadWords } from '../../src/words/index.ts';

const page = { width: 80, colour: false, words: loadWords() };
const told = 'at 2026-11-23 02:14 UTC';

describe('a report that people read', () => {
  const before = process.env.TZ;
  const inZone = (zone: string): readonly string[] => {
    process.env.TZ = zone;
    return formats.filter((format) => forPeople(told, format, page) !== told);
  };
  after(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('has the time of this machine beside UTC; what a machine reads has not', () =>
    expect(inZone('Asia/Kolkata')).to.deep.equal(['human', 'markdown', 'html']));

  it('doubles nothing where this machine has UTC', () => expect(inZone('UTC')).to.deep.equal([]));

  it('knows no other format', () => expect(forPeople(told, undefined, page)).to.equal(told));
});
