import { readFileSync } from 'node:fs';
import { expect } from 'chai';

type Row = { readonly row: string; readonly file: string; readonly test: string };

/** A bar that is no border of a cell is escaped. */
const border = /(?<!\\)\|/u;

/** Lines of the first table of a report: number, what is so, file, name of the test. */
const rowsOf = (report: string): readonly Row[] => {
  const lines = readFileSync(`docs/report/${report}.md`, 'utf8').split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(first);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(2, end).map((line) => {
    const [, row = '', , file = '', test = ''] = line.split(border).map((cell) => cell.trim());
    return { row, file, test };
  });
};

/** A name that holds an apostrophe stands in other quotes. */
const names = (source: string, test: string): boolean =>
  ["'", '"', '`'].some((quote) => source.includes(`(${quote}${test}${quote}, `));

/** How many rows each table has: of the first, the audit had so many. */
const reports = { corrections: 24, 'one-judgement': 48 } as const;

for (const [report, count] of Object.entries(reports))
  describe(`the table of ${report}`, () => {
    const rows = rowsOf(report);

    it('has every row', () => {
      const told = new Set(rows.map(({ row }) => row));
      const all = Array.from({ length: count }, (_none, at) => String(at + 1));
      expect(all.filter((row) => !told.has(row))).to.deep.equal([]);
    });

    for (const { row, file, test } of rows)
      it(`row ${row}: ${file} has "${test}"`, () => {
        expect(names(readFileSync(file, 'utf8'), test)).to.equal(true);
      });
  });
