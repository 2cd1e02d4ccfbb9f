import { readFileSync } from 'node:fs';
import { expect } from 'chai';

type Row = { readonly row: string; readonly file: string; readonly test: string };

/** Lines of the table: number, what is so now, file, name of the test. */
const rows: readonly Row[] = readFileSync('docs/report/corrections.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => {
    const [, row = '', , file = '', test = ''] = line.split('|').map((cell) => cell.trim());
    return { row, file, test };
  });

/** A name that holds an apostrophe stands in other quotes. */
const names = (source: string, test: string): boolean =>
  ["'", '"', '`'].some((quote) => source.includes(`(${quote}${test}${quote}, `));

/** How many rows the audit had. */
const audited = 24;

describe('the table of corrections', () => {
  it('has every row of the audit', () => {
    const told = new Set(rows.map(({ row }) => row));
    const all = Array.from({ length: audited }, (_none, at) => String(at + 1));
    expect(all.filter((row) => !told.has(row))).to.deep.equal([]);
  });

  for (const { row, file, test } of rows)
    it(`row ${row}: ${file} has "${test}"`, () => {
      expect(names(readFileSync(file, 'utf8'), test)).to.equal(true);
    });
});
