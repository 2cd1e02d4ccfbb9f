import { expect } from 'chai';
import fc from 'fast-check';
import type { LoginFailures } from '../../../src/model/index.ts';
import { failuresIn } from '../../support/written.ts';
import { cases } from './cases.ts';

/** RFC 4180, by the letter. */
const parse = (text: string): string[][] => {
  const records: string[][] = [];
  for (let rest = text; rest !== '';) {
    const record: string[] = [];
    for (;;) {
      const [whole = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/u.exec(rest) ?? [];
      record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      rest = rest.slice(whole.length);
      if (!rest.startsWith(',')) break;
      rest = rest.slice(1);
    }
    if (!rest.startsWith('\r\n')) throw new Error(`No end of a record at ${rest.slice(0, 40)}`);
    rest = rest.slice(2);
    records.push(record);
  }
  return records;
};

const recordsOf = (result: LoginFailures): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [header = [], ...records] = parse(failuresIn(result).csv);
  return records.map((record) => {
    expect(record).to.have.lengthOf(header.length);
    return Object.fromEntries(header.map((name, at) => [name, record[at] ?? '']));
  });
};

describe('failed logins: CSV', () => {
  it('has a record for each group and for each thing that stands out', () => {
    expect(recordsOf(cases.alarm).map(({ record }) => record)).to.deep.equal([
      'summary',
      'threshold',
      'spike',
      'spike',
      'storm',
      'rate',
      'silence',
      'group',
      'group',
      'group',
    ]);
  });

  it('names the window that broke the threshold', () => {
    expect(recordsOf(cases.alarm)[1]).to.include({
      failures: '180',
      from: '2026-11-23T01:02:00Z',
      to: '2026-11-23T01:17:00Z',
      state: 'exceeded',
    });
  });

  it('says that not everything was seen, and what would help', () => {
    expect(recordsOf(cases.blind)[0]).to.include({
      state: 'inconclusive',
      detail: 'successes: 0; complete: no; needs: Monitor Login History',
    });
  });

  it('a cell is never a formula, and any text comes through whole', () => {
    const [first] = cases.alarm.groups;
    const titled = (title: string): LoginFailures => ({ ...cases.alarm, groups: [{ ...first!, title }] });
    expect(recordsOf(titled('=HYPERLINK("http://evil")')).at(-1)).to.include({ title: '\'=HYPERLINK("http://evil")' });
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', ' ='])
      expect(recordsOf(titled(`${sign}1`)).at(-1), sign).to.include({ title: `'${sign}1` });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') }), (text) => {
        expect(recordsOf(titled(`x${text}`)).at(-1)).to.include({ title: `x${text}` });
      }),
    );
  });
});
