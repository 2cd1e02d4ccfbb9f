import { expect } from 'chai';
import fc from 'fast-check';
import { read, readFile, counts, sum } from './support.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

const word = fc.oneof(
  fc.constantFrom('Success', 'Invalid Password', 'Restricted IP', 'N/A', 'a"b', 'a,b', 'a\nb', 'ü'),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text && !text.includes('\r')),
);

type Row = { status: string; application: string; user: string; sourceIp: string; at: number };

const rows = fc.array(
  fc.record({
    status: word,
    application: fc.oneof(word, fc.constant('')),
    user: fc.constantFrom('a@acme.com', 'b@acme.com'),
    sourceIp: fc.constantFrom('203.0.113.7', '198.51.100.1', ''),
    at: fc.integer({ min: Date.UTC(2026, 5, 1) / 1000, max: Date.UTC(2026, 10, 23) / 1000 }),
  }),
  { maxLength: 60 },
);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const asCsv = (list: readonly Row[]): string =>
  [
    'Username,Login Time,Source IP,Status,Application',
    ...list.map(({ user, at, sourceIp, status, application }) =>
      [user, new Date(at * 1000).toISOString(), sourceIp, status, application].map(cell).join(','),
    ),
  ].join('\r\n');

const naive = (list: readonly Row[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const { status, application, user, sourceIp } of list) {
    const key = [status, application, user, sourceIp].join('|');
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
};

/** Times without their year first, so that day and month must be found. */
const inOrder = (order: 'mdy' | 'dmy', list: readonly Row[]): string =>
  [
    'Username,Login Time,Status',
    ...list.map(({ user, at, status }) => {
      const [year, month, day] = new Date(at * 1000).toISOString().slice(0, 10).split('-');
      const clock = new Date(at * 1000).toISOString().slice(11, 19);
      const date = order === 'mdy' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
      return [user, `${date} ${clock}`, status].map(cell).join(',');
    }),
  ].join('\n');

describe('login files of any kind', () => {
  it('groups add up to the rows, in any order and chunking', async () => {
    await fc.assert(
      fc.asyncProperty(rows, sizes, async (list, cut) => {
        const file = await readFile(asCsv(list), {}, cut);
        expect(file.tally.totals.rows).to.equal(list.length);
        expect(sum(file.tally.groups)).to.equal(list.length);
        expect(counts(file.tally.groups)).to.deep.equal(naive(list));
        const turned = await readFile(asCsv(list.toReversed()));
        expect(counts(turned.tally.groups)).to.deep.equal(naive(list));
        expect([turned.tally.since, turned.tally.until]).to.deep.equal([file.tally.since, file.tally.until]);
        const line = [...file.tally.successSpans].reduce((all, { count }) => all + count, 0);
        expect(line).to.equal(file.tally.totals.successes);
      }),
      { numRuns: 60 },
    );
  });

  it('groups and successes still add up where they are made coarser', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 30, max: 60 }), async (list, mostGroups) => {
        const plain = list.map((row) => ({ ...row, status: row.status === 'Success' ? 'Success' : 'Restricted IP' }));
        const { tally, unread } = await readFile(asCsv(plain), { mostGroups });
        expect(tally.totals.rows + unread.rows).to.equal(list.length);
        expect(sum(tally.groups)).to.equal(tally.totals.rows);
        const ats = plain.map(({ at }) => at * 1000);
        if (unread.rows === 0 && ats.length > 0) {
          expect([tally.since, tally.until - 1]).to.deep.equal([Math.min(...ats), Math.max(...ats)]);
        }
        expect([...tally.successSpans].reduce((all, { count }) => all + count, 0)).to.equal(tally.totals.successes);
      }),
      { numRuns: 60 },
    );
  });

  it('finds day and month where one day of the rows is past the twelfth', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('mdy' as const, 'dmy' as const), async (list, order) => {
        fc.pre(list.some(({ at }) => new Date(at * 1000).getUTCDate() > 12));
        const { dates, tally } = await readFile(inOrder(order, list));
        expect(dates).to.deep.equal({ order, found: 'written' });
        const ats = list.map(({ at }) => at * 1000);
        expect([tally.since, tally.until - 1]).to.deep.equal([Math.min(...ats), Math.max(...ats)]);
      }),
      { numRuns: 40 },
    );
  });

  it('no bytes crash it, and chunks do not change what it reads', async () => {
    const pieces = fc.constantFrom(
      'Status,Login Time\n',
      '"Status"',
      'Login Time',
      'EVENT_TYPE,TIMESTAMP,LOGIN_STATUS\n',
      'Login,',
      '20261123',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      '\u0000',
      '\ufeff',
      '2026-11-23 12:01',
      '1/2/3 4:5',
      '12:',
      'Success',
      ' PM',
      '99',
    );
    const text = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 40,
    });
    const input = fc.oneof(
      text.map((list) => new TextEncoder().encode(list.join(''))),
      text.map((list) => new TextEncoder().encode(`Status,Login Time\n${list.join('')}`)),
      fc.uint8Array({ maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(input, sizes, async (bytes, cut) => {
        const seen = (file: Awaited<ReturnType<typeof read>>): unknown =>
          'tally' in file ? { ...file, tally: [file.tally.totals, [...file.tally.groups]] } : file;
        const whole = seen(await read(bytes));
        expect(seen(await read(bytes, {}, cut))).to.deep.equal(whole);
      }),
      { numRuns: 500 },
    );
  });
});
